/** Brings notifications to people and systems: event streams, mail, signed webhooks. Content-free, authorised anew. */
@NullMarked
package org.simpul.delivery;

import org.jspecify.annotations.NullMarked;
