/** The edge: who asks, problems, idempotency, headers, limits. Imported by nobody. */
@NullMarked
package org.simpul.http;

import org.jspecify.annotations.NullMarked;
