package org.simpul.typology.practice;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That an institution uses a version.
 *
 * @param institution name of the institution
 * @param number of the version
 * @param endedAt null while it is used; adopting another version ends it as well
 */
@Schema(name = "TypologyAdoption")
public record AdoptionView(
        UUID id, UUID typologyId, int number, String institution, Instant adoptedAt, @Nullable Instant endedAt) {

    static AdoptionView from(Adoption adoption, String institution) {
        return new AdoptionView(
                adoption.id, adoption.typologyId, adoption.number, institution, adoption.adoptedAt, adoption.endedAt);
    }
}
