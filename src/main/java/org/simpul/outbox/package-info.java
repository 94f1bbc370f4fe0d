/** Events written with the act, handled after its commit, at least once. */
@NullMarked
package org.simpul.outbox;

import org.jspecify.annotations.NullMarked;
