package org.simpul.inquiry;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.Disseminated;
import org.simpul.inquiry.pointer.PointerAnswer;
import org.simpul.sharing.Handling;

/**
 * What was found in what is disclosed to the caller; nothing found says nothing about what others hold.
 *
 * @param searchId to be named in a request for information that asks on
 * @param pointer null where it is not asked: switched off, a search by name, or not wanted
 */
@Schema(name = "SearchResult")
public record SearchResult(UUID searchId, List<Hit> hits, @Nullable PointerAnswer pointer) {

    /**
     * A dissemination that holds the identifier, or a name that is like the one asked for.
     *
     * @param from name of the FIU
     * @param matched where in it the value stands
     * @param likeness 0 to 100, of the name that is most like; null in a search by identifier
     */
    @Schema(name = "SearchHit")
    public record Hit(
            UUID disseminationId,
            String reference,
            String title,
            Handling handling,
            String from,
            Set<Disseminated.Place> matched,
            @Nullable Integer likeness) {

        static Hit from(Disseminated.Hit hit) {
            return new Hit(
                    hit.id(), hit.reference(), hit.title(), hit.handling(), hit.from(), hit.places(), hit.likeness());
        }
    }
}
