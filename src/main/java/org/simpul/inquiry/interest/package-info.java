/** Deconfliction: two agencies that look at the same get each other's desk, through the FIU, and nothing else. */
@NullMarked
package org.simpul.inquiry.interest;

import org.jspecify.annotations.NullMarked;
