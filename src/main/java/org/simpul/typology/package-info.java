/** Typologies and their red flags: drafted, approved by a second person, published as immutable versions. */
@NullMarked
package org.simpul.typology;

import org.jspecify.annotations.NullMarked;
