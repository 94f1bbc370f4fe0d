/** How often something may be asked: counted by the day, of an institution and of each of its people. */
@NullMarked
package org.simpul.access.quota;

import org.jspecify.annotations.NullMarked;
