/** Tables that institutions export, read row by row and never kept as files. */
@NullMarked
package org.simpul.interop.tabular;

import org.jspecify.annotations.NullMarked;
