/** Corrections of entries of identifier lists: proposed by readers, decided by the list's owner; confirmed false positives. */
@NullMarked
package org.simpul.identifier.correction;

import org.jspecify.annotations.NullMarked;
