/** The product command that sets up a new hub: its first members and the library's typologies. */
@NullMarked
package org.simpul.bootstrap;

import org.jspecify.annotations.NullMarked;
