/** Reports in goAML XML, as institutions file them with FIUs. */
@NullMarked
package org.simpul.interop.goaml;

import org.jspecify.annotations.NullMarked;
