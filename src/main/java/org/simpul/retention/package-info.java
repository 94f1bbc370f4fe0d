/** How long each class of record is kept, what is kept longer on legal hold, and the purge of the rest, with its proof. */
@NullMarked
package org.simpul.retention;

import org.jspecify.annotations.NullMarked;
