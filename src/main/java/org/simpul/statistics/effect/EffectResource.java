package org.simpul.statistics.effect;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/typologies/{id}/versions/{number}/effect")
@Tag(name = "Typologies")
class EffectResource {
    private final EffectService service;

    EffectResource(EffectService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "readTypologyEffect",
            summary = "What came of one version of a typology",
            description =
                    "For the FIU alone and exact: institutions that adopted it, referrals that cite it, the outcomes"
                            + " of what these stand behind, and how many of those that were judged were useful;"
                            + " and in sum how often members saw identifiers that name the typology. Outside of the FIU there are"
                            + " the statistics citations-by-typology and sightings-by-typology, suppressed, rounded and a quarter late.")
    public EffectView read(@RestPath UUID id, @RestPath int number) {
        return service.read(id, number);
    }
}
