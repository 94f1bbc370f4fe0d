/** Values asked against the lists that reach whoever asks; none of them is kept. */
@NullMarked
package org.simpul.identifier.screening;

import org.jspecify.annotations.NullMarked;
