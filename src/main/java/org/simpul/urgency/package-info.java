/** What can't wait: clocks, duty, acting alone with a later review, and whom to call when Simpul is the wrong place. */
@NullMarked
package org.simpul.urgency;

import org.jspecify.annotations.NullMarked;
