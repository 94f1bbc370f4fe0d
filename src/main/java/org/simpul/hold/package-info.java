/** Holds: what may be done with the money in an account, on what ground, and until when. */
@NullMarked
package org.simpul.hold;

import org.jspecify.annotations.NullMarked;
