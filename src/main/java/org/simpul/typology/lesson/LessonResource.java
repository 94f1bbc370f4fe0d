package org.simpul.typology.lesson;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/typologies/{id}/lessons")
@Tag(name = "Typologies")
class LessonResource {
    private final LessonService service;

    LessonResource(LessonService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("typology.read")
    @Operation(
            operationId = "listTypologyLessons",
            summary = "Lessons and exercises on a typology",
            description =
                    "By role, in Indonesian and English, for the typologies of the library; the cases are invented."
                            + " Empty for a typology that is not of the library.")
    public LessonList list(@RestPath UUID id) {
        return service.list(id);
    }
}
