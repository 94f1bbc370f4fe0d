package org.simpul.retention;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1")
@Tag(name = "Retention")
class RetentionResource {
    private final ScheduleService schedules;
    private final ExpiryService expiries;

    RetentionResource(ScheduleService schedules, ExpiryService expiries) {
        this.schedules = schedules;
        this.expiries = expiries;
    }

    @GET
    @Path("/retention-classes")
    @PermissionsAllowed("retention.read")
    @Operation(
            operationId = "listRetentionClasses",
            summary = "How long each class of record is kept",
            description = "By the schedule in force, with the law's reference. Without months the period is still to be"
                    + " set by the FIU, and nothing of the class is purged.")
    public Page<ClassView> classes() {
        return new Page<>(schedules.classes(), null);
    }

    @GET
    @Path("/retention-expiries")
    @PermissionsAllowed("retention.read")
    @Operation(
            operationId = "listRetentionExpiries",
            summary = "Until when our own records of a class are kept",
            description = "Those at rest, newest first; with `until` those alone that are kept no longer than that day."
                    + " It moves with what one's own institution does to a record and with the schedule, and with"
                    + " nothing else.")
    public Page<ExpiryView> expiries(
            @RestQuery("record_class") @Nullable RecordClass recordClass,
            @RestQuery @Nullable LocalDate until,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return expiries.list(recordClass, until, PageRequest.of(size, token));
    }
}
