package org.simpul.statistics;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.simpul.shared.Page;

@Path("/api/v1/statistics")
@Tag(name = "Statistics")
class StatisticResource {
    private final StatisticService service;

    StatisticResource(StatisticService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("statistics.read")
    @Operation(
            operationId = "listStatistics",
            summary = "What is counted, and how",
            description = "The definition of each statistic in Indonesian and English, its categories, and what has to"
                    + " stand behind a count before it is shown.")
    public Page<StatisticView> list() {
        return service.list();
    }

    @GET
    @Path("/{statistic}")
    @PermissionsAllowed("statistics.read")
    @Operation(
            operationId = "readStatistic",
            summary = "One statistic by quarter",
            description = "Newest first, each quarter once another whole one has passed, and the same for everybody. A"
                    + " count is null where too few records or institutions stand behind it, where one institution had a"
                    + " hand in more than half, or where it would tell of such a one by subtraction.")
    public StatisticTable read(@RestPath String statistic) {
        return service.read(statistic);
    }
}
