package org.simpul.casework.network;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.TransactionView;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/cases/{id}")
@Tag(name = "FIU casework")
class NetworkResource {
    private final NetworkService service;

    NetworkResource(NetworkService service) {
        this.service = service;
    }

    @GET
    @Path("/network")
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "readCaseNetwork",
            summary = "Who and what is connected in a case",
            description =
                    "Under a purpose. Institutions, subjects, identifiers and accounts of its submissions; who"
                            + " referred whom, who holds what, and money between accounts with count, sum and days, by currency. At"
                            + " most 500 nodes at once: go on with the page token. Protected subjects are references everywhere.")
    public NetworkView network(@RestPath UUID id, @RestQuery("page_token") @Nullable String token) {
        return service.read(id, token);
    }

    @POST
    @Path("/network/expansions")
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "expandCaseNetwork",
            summary = "What other submissions hold of an identifier",
            description =
                    "Under a purpose. Who holds it in the newest 200 submissions outside of the case, and with whom"
                            + " it exchanged money there. What leads to a protected subject answers as what nobody else holds.")
    public NetworkView expand(@RestPath UUID id, @Valid @NotNull ExpandNode node) {
        return service.expand(id, node);
    }

    @POST
    @Path("/money-flows")
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "readCaseMoneyFlow",
            summary = "How money moved in a case, by day or month",
            description =
                    "Under a purpose. By currency, for all of its transactions, or in and out of one account. At most"
                            + " 366 days by day, and 120 months by month.")
    public MoneyFlowView flow(@RestPath UUID id, @Valid @NotNull AskMoneyFlow command) {
        return service.flow(id, command);
    }

    @GET
    @Path("/transactions")
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "listCaseTransactions",
            summary = "The transactions of a case, the last booked first",
            description = "Under a purpose. Of the newest version of each of its submissions; a protected party is a"
                    + " reference.")
    public Page<TransactionView> transactions(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.transactions(id, PageRequest.of(size, token));
    }
}
