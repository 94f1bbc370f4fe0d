package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.access.StepUp;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;

@Path("/api/v1/standing-rule")
@Tag(name = "Urgency")
class StandingRuleResource {
    private final StandingRuleService service;

    StandingRuleResource(StandingRuleService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("standing-rule.set")
    @Operation(
            operationId = "readStandingRule",
            summary = "The rule that disseminates a P1 at once",
            description = "Off until two persons have set it. Shows what is in force and what is proposed.")
    public RestResponse<StandingRuleView> read() {
        return answer(service.read());
    }

    @PUT
    @PermissionsAllowed("standing-rule.set")
    @Operation(
            operationId = "proposeStandingRule",
            summary = "Propose the rule, or another in its place",
            description =
                    "With the entity tag that was read. What is in force stays so until another person approves the"
                            + " proposal. Under the rule a P1 on one of its grounds goes to the duty agency at once, protected"
                            + " subjects masked; a person reviews it within four hours.")
    public RestResponse<StandingRuleView> propose(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull StandingRuleForm form) {
        return answer(service.propose(ifMatch, form));
    }

    @POST
    @Path("/decisions")
    @Idempotent
    @PermissionsAllowed("standing-rule.set")
    @StepUp
    @Operation(
            operationId = "decideOnStandingRule",
            summary = "Put the proposed rule in force, or decline it",
            description = "By another person than who proposed it, naming the digest that was read.")
    public RestResponse<StandingRuleView> decide(@Valid @NotNull DecideOnStandingRule command) {
        return answer(service.decide(command));
    }

    @DELETE
    @PermissionsAllowed("standing-rule.set")
    @Operation(
            operationId = "endStandingRule",
            summary = "Switch the rule off",
            description = "At once, and by one person. What it disseminated stays disseminated.")
    public RestResponse<StandingRuleView> end() {
        return answer(service.end());
    }

    private static RestResponse<StandingRuleView> answer(StandingRuleView view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.revision()))
                .build();
    }
}
