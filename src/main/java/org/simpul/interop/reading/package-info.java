/** What every format of a file has in common: limits, the file on its way, chunks of rows, XML that is not trusted. */
@NullMarked
package org.simpul.interop.reading;

import org.jspecify.annotations.NullMarked;
