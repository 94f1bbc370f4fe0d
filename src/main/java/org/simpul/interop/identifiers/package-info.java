/** Files of identifiers on their way into a list, or out of it: tables in CSV, and JSON line by line. */
@NullMarked
package org.simpul.interop.identifiers;

import org.jspecify.annotations.NullMarked;
