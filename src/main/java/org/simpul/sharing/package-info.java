/** Handling, the disclosure ledger and the one rule of who may see what. */
@NullMarked
package org.simpul.sharing;

import org.jspecify.annotations.NullMarked;
