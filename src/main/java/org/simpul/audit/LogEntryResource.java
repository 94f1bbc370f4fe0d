package org.simpul.audit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/log/entries")
@Tag(name = "Oversight")
class LogEntryResource {
    private final LogEntryService service;

    LogEntryResource(LogEntryService service) {
        this.service = service;
    }

    @GET
    @Path("/{index}")
    @Produces(MediaType.TEXT_PLAIN)
    @PermissionsAllowed("self.read")
    @APIResponse(
            responseCode = "200",
            description = "Four lines: index, time, nonce (base64), payload (canonical JSON)",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "entry",
                                            value = "index 1042\ntime 2026-03-01T10:42:17.251003Z\n"
                                                    + "nonce 3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8=\n"
                                                    + "payload {\"act\":\"referral.read\",\"actor\":\"person\"}\n")))
    @Operation(
            operationId = "openAuditEntry",
            summary = "Open an entry of the audit log",
            description =
                    "By whoever did it, or by an overseer who may read acts. With the nonce the verifier shows that"
                            + " the log holds just this at that index. What the caller may not open, what is no entry and what is"
                            + " not there answer alike. Opening is recorded as well.")
    public String open(@RestPath String index) {
        return service.open(LogResource.number(index)).text();
    }
}
