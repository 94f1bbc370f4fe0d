/** Lists of identifiers: drafted by their owner, published in editions by a second person, read as a whole or by what changed. */
@NullMarked
package org.simpul.identifier.list;

import org.jspecify.annotations.NullMarked;
