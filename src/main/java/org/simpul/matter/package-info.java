/** An agency's registered matters, under which alone it reads person-level information. */
@NullMarked
package org.simpul.matter;

import org.jspecify.annotations.NullMarked;
