/** Messages of ISO 20022 about payments: account statements, notifications and credit transfers. */
@NullMarked
package org.simpul.interop.iso20022;

import org.jspecify.annotations.NullMarked;
