/** What happened: every act leaves an entry in its own transaction, or it does not happen. */
@NullMarked
package org.simpul.audit;

import org.jspecify.annotations.NullMarked;
