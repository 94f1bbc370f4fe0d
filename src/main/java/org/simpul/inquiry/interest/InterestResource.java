package org.simpul.inquiry.interest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/interests")
@Tag(name = "Deconfliction")
class InterestResource {
    private final InterestService service;

    InterestResource(InterestService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("interest.register")
    @Operation(
            operationId = "registerInterest",
            summary = "Register an interest in an identifier or a name",
            description = "Under a purpose and a live matter, with which it ends at the latest. The hub keeps a keyed"
                    + " digest of the value and never the value: note the reference. When another agency registers an"
                    + " interest in the same, each gets the other's desk through the FIU, and nothing else. With `silence`"
                    + " (permission interest.silence) it is silent before anybody can be told. Registrations count against"
                    + " a daily quota (429, Retry-After).")
    @APIResponseSchema(value = InterestView.class, responseCode = "201", responseDescription = "Registered")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public RestResponse<InterestView> register(@Valid @NotNull RegisterInterest command) {
        InterestView view = service.register(command);
        return ResponseBuilder.<InterestView>created(URI.create("/api/v1/interests/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("interest.register")
    @Operation(
            operationId = "listInterests",
            summary = "Our interests, newest first",
            description = "Also those that are over; without what they are in.")
    public Page<InterestView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/silences")
    @Idempotent
    @PermissionsAllowed("interest.silence")
    @Operation(
            operationId = "silenceInterest",
            summary = "Keep an interest silent",
            description =
                    "With a reason, until a time: whoever it meets meanwhile, the FIU alone is told. When the silence"
                            + " is over, both are, unless one of the two is over as well.")
    public RestResponse<InterestView> silence(@RestPath UUID id, @Valid @NotNull SilenceInterest command) {
        return RestResponse.ok(service.silence(id, command));
    }

    @POST
    @Path("/{id}/withdrawals")
    @Idempotent
    @PermissionsAllowed("interest.register")
    @Operation(
            operationId = "withdrawInterest",
            summary = "Withdraw an interest",
            description = "At once: it meets nobody any more. What was told stays told.")
    public RestResponse<InterestView> withdraw(@RestPath UUID id) {
        return RestResponse.ok(service.withdraw(id));
    }
}
