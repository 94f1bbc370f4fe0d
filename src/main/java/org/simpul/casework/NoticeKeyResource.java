package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/notice-keys")
@Tag(name = "Disseminations")
class NoticeKeyResource {
    private final RecallNoticeService service;

    NoticeKeyResource(RecallNoticeService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "readNoticeKeys",
            summary = "The public keys that notices are signed with",
            description = "A JSON Web Key Set (RFC 7517), to be kept where notices are verified.")
    public Map<String, Object> read() {
        return service.keys();
    }
}
