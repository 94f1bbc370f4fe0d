package org.simpul.casework;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.Party;

/** What of disseminations is read as a reference, by row and part. */
record Masks(Map<Place, String> references) {

    record Place(UUID rowId, MaskedPart part) {}

    static Masks of(Collection<DisseminationMask> rows) {
        Map<Place, String> references = new HashMap<>();
        rows.forEach(row -> references.put(new Place(row.rowId, row.part), row.reference));
        return new Masks(references);
    }

    boolean hide(UUID rowId, MaskedPart part) {
        return references.containsKey(new Place(rowId, part));
    }

    /** @return the reference alone: what else a text says may tell as much */
    @Nullable
    String text(UUID rowId, MaskedPart part, @Nullable String text) {
        return references.getOrDefault(new Place(rowId, part), text);
    }

    Party party(UUID rowId, MaskedPart part, Party party) {
        String reference = references.get(new Place(rowId, part));
        return reference == null ? party : new Party(Party.PROTECTED, "", reference);
    }
}
