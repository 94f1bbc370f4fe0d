/** How well a version of a typology works, for the FIU alone. */
@NullMarked
package org.simpul.statistics.effect;

import org.jspecify.annotations.NullMarked;
