/** Short lessons and invented exercises that stand beside the library's typologies. */
@NullMarked
package org.simpul.typology.lesson;

import org.jspecify.annotations.NullMarked;
