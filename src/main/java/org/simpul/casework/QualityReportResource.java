package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/quality-reports")
@Tag(name = "Referrals")
class QualityReportResource {
    private final QualityReportService service;

    QualityReportResource(QualityReportService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("quality.read")
    @Operation(
            operationId = "listQualityReports",
            summary = "How good our referrals were, quarter by quarter",
            description = "Those of the caller's institution, newest first; a quarter with fewer than 20 finished"
                    + " referrals has none. Shares of the codes about the form and of the FIU's grades, in percent"
                    + " rounded to five; nothing of what became of a referral.")
    public Page<QualityReportView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }
}
