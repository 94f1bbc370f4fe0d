/** How a thing moves from state to state: one table for each, whose edges say all that an edge means. */
@NullMarked
package org.simpul.lifecycle;

import org.jspecify.annotations.NullMarked;
