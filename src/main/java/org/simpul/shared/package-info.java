/** Public ids and references, time, pages, problems: what every room speaks. */
@NullMarked
package org.simpul.shared;

import org.jspecify.annotations.NullMarked;
