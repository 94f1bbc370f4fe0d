package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals")
@Tag(name = "Referrals")
class ReferralResource {
    private final ReferralService service;

    ReferralResource(ReferralService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "draftReferral",
            summary = "Begin a referral",
            description =
                    "Anything may be left out of a draft. Whoever begins it is on its team. Nobody else in the hub"
                            + " learns of it before it is submitted.")
    public RestResponse<ReferralView> draft(@Valid @NotNull ReferralFields fields) {
        Edited<ReferralView> referral = service.draft(fields);
        return Tagged.created("/api/v1/referrals/" + referral.view().id(), referral);
    }

    @GET
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listReferrals",
            summary = "Our referrals, newest first",
            description = "Only those of the caller's institution, each with the last notice that it got.")
    public Page<ReferralSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "getReferral",
            summary = "A referral of ours with its newest version",
            description = "Protected subjects are masked. The ETag is needed to edit; it does not move with what the"
                    + " FIU does.")
    public RestResponse<ReferralView> read(UUID id) {
        return Tagged.ok(service.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "editReferral",
            summary = "Write the fields of a draft",
            description = "Replaces all fields; subjects, red flags and transactions have addresses of their own."
                    + " Needs If-Match.")
    public RestResponse<ReferralView> edit(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull ReferralFields fields) {
        return Tagged.ok(service.edit(id, ifMatch, fields));
    }

    @PUT
    @Path("/{id}/team")
    @PermissionsAllowed("referral.team")
    @Operation(
            operationId = "setReferralTeam",
            summary = "Say who may edit a referral",
            description = "Colleagues by login, once they have signed in. Needs If-Match.")
    public RestResponse<ReferralView> setTeam(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull Team team) {
        return Tagged.ok(service.setTeam(id, ifMatch, team));
    }

    @GET
    @Path("/{id}/versions/{number}")
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "getReferralVersion",
            summary = "One version of a referral of ours",
            description = "What was submitted, as it was; or the open version. Protected subjects are masked.")
    public VersionView version(UUID id, int number) {
        return service.version(id, number);
    }

    @GET
    @Path("/{id}/notices")
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listReferralNotices",
            summary = "What the FIU told about a referral of ours, newest first",
            description =
                    "Its receipt, what is missing, and at a fixed time how good its form was. What became of it is"
                            + " never told.")
    public Page<NoticeView> notices(
            UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.notices(id, PageRequest.of(size, token));
    }
}
