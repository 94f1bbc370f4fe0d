/** Protected subjects: what identifies a possible victim or a minor is kept apart, encrypted, and masked elsewhere. */
@NullMarked
package org.simpul.safeguard;

import org.jspecify.annotations.NullMarked;
