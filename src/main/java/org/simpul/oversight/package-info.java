/** What those who oversee the hub look at: who read how much, what looks odd in it, and breaches with their clock. */
@NullMarked
package org.simpul.oversight;

import org.jspecify.annotations.NullMarked;
