/** Asking: search in what was disclosed to the caller. */
@NullMarked
package org.simpul.inquiry;

import org.jspecify.annotations.NullMarked;
