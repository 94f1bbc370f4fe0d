/** What members say of entries of a list that reaches them: read by the reporter, and as sums by the list's owner. */
@NullMarked
package org.simpul.identifier.sighting;

import org.jspecify.annotations.NullMarked;
