package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

@Path("/api/v1/referrals/{id}/transactions")
@Tag(name = "Referrals")
class TransactionResource {
    private final TransactionService service;

    TransactionResource(TransactionService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "addReferralTransactions",
            summary = "Add transactions to a draft",
            description = "At most 500 at once, all of them or none. Needs If-Match.")
    public RestResponse<TransactionsAdded> add(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull AddTransactions command) {
        return Tagged.created("/api/v1/referrals/%s/transactions".formatted(id), service.add(id, ifMatch, command));
    }

    @GET
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listReferralTransactions",
            summary = "Transactions of the newest version, the last added first",
            description = "A party that is a protected subject has the type PROTECTED and the subject's reference.")
    public Page<TransactionView> list(
            UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @DELETE
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "removeReferralTransactions",
            summary = "Remove all transactions of a draft",
            description = "Needs If-Match.")
    public RestResponse<Void> removeAll(UUID id, @RestHeader("If-Match") String ifMatch) {
        return Tagged.gone(service.removeAll(id, ifMatch));
    }
}
