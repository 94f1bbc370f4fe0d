package org.simpul.identifier.list;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change did to the draft.
 *
 * @param changed entries that were added or removed
 * @param repeated that stood on the list already, were there twice, or did not stand on it
 * @param excluded places in the request, from 0 on, of those that stand on the exclusion list: look at them again
 */
@Schema(name = "ChangedListEntries")
record ChangedEntries(long changed, long repeated, List<Integer> excluded) {}
