package org.simpul.identifier.list;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what changed between two editions.
 *
 * @param since number of the older edition; 0 for none
 * @param until number of the newer: name it, with the token, when you ask for the next page, and as since the next time
 * @param nextPageToken opaque; null on the last page
 */
@Schema(name = "IdentifierListChanges")
record ChangesView(int since, int until, List<ChangeView> items, @Nullable String nextPageToken) {}
