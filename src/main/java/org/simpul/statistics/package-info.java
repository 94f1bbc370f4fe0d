/** Counts for partners and the public, a quarter late and never of few: nothing in them tells of one institution. */
@NullMarked
package org.simpul.statistics;

import org.jspecify.annotations.NullMarked;
