package org.simpul.interop.tabular;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.statistics.StatisticService;
import org.simpul.statistics.StatisticTable;

@Path("/api/v1/statistics/{statistic}/table.csv")
@Tag(name = "Statistics")
class StatisticCsvResource {
    private final StatisticService service;

    StatisticCsvResource(StatisticService service) {
        this.service = service;
    }

    @GET
    @Produces(Tables.CSV)
    @PermissionsAllowed("statistics.read")
    @Operation(
            operationId = "exportStatistic",
            summary = "One statistic by quarter, as CSV",
            description = "As readStatistic shows it: what is not shown is empty. The FIU publishes this file.")
    public RestResponse<byte[]> csv(@RestPath String statistic) {
        StatisticTable table = service.read(statistic);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("quarter", "category", "count"));
        table.quarters().forEach(quarter -> quarter.counts()
                .forEach(cell -> rows.add(List.of(
                        quarter.quarter(),
                        cell.category(),
                        cell.count() == null ? "" : cell.count().toString()))));
        return Tables.attachment(table.id() + ".csv", Tables.csv(rows));
    }
}
