/** Who is calling and what they may do: the only role table. */
@NullMarked
package org.simpul.access;

import org.jspecify.annotations.NullMarked;
