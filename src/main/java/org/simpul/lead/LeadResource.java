package org.simpul.lead;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1")
@Tag(name = "Leads")
class LeadResource {
    private final LeadService service;

    LeadResource(LeadService service) {
        this.service = service;
    }

    @POST
    @Path("/leads")
    @Idempotent
    @PermissionsAllowed("lead.submit")
    @Operation(
            operationId = "submitLead",
            summary = "Give the FIU a lead",
            description =
                    "Accounts, wallets and the like that money for abuse went through, the kind of source, and the"
                            + " day. No persons, no addresses of material, no text. The answer is an id and RECEIVED, and it stays"
                            + " so whatever becomes of it.")
    @APIResponseSchema(value = LeadReceipt.class, responseCode = "201", responseDescription = "Received")
    public RestResponse<LeadReceipt> submit(@Valid @NotNull SubmitLead command) {
        LeadReceipt receipt = service.submit(command);
        return ResponseBuilder.<LeadReceipt>created(URI.create("/api/v1/lead-receipts/" + receipt.id()))
                .entity(receipt)
                .build();
    }

    @GET
    @Path("/lead-receipts")
    @PermissionsAllowed("lead.submit")
    @Operation(
            operationId = "listLeadReceipts",
            summary = "The leads that we gave, newest first",
            description = "An id and RECEIVED for each. What was in them can't be read again.")
    public Page<LeadReceipt> receipts(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.receipts(PageRequest.of(size, token));
    }

    @GET
    @Path("/leads")
    @PermissionsAllowed("lead.read")
    @Operation(
            operationId = "listLeads",
            summary = "The leads that came in, newest first",
            description = "Without what they hold.")
    public Page<LeadSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/leads/{id}")
    @PermissionsAllowed("lead.read")
    @Operation(
            operationId = "readLead",
            summary = "Read a lead",
            description = "With its payment identifiers, under a purpose.")
    public LeadView read(@RestPath UUID id) {
        return service.read(id);
    }
}
