package org.simpul.inquiry;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.casework.Disseminated;
import org.simpul.sharing.Handling;

/** What was found in what is disclosed to the caller; nothing found says nothing about what others hold. */
@Schema(name = "SearchResult")
public record SearchResult(List<Hit> hits) {

    /**
     * A dissemination that holds the identifier.
     *
     * @param from name of the FIU
     * @param matched where in it the identifier stands
     */
    @Schema(name = "SearchHit")
    public record Hit(
            UUID disseminationId,
            String reference,
            String title,
            Handling handling,
            String from,
            Set<Disseminated.Place> matched) {

        static Hit from(Disseminated.Hit hit) {
            return new Hit(hit.id(), hit.reference(), hit.title(), hit.handling(), hit.from(), hit.places());
        }
    }
}
