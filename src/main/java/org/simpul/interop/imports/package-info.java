/** The way of a file into a referral's draft: opened, sent, watched, and its faults taken away as a list. */
@NullMarked
package org.simpul.interop.imports;

import org.jspecify.annotations.NullMarked;
