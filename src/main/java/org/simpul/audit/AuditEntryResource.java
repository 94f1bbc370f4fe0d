package org.simpul.audit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.access.Purpose;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/audit-entries")
@Tag(name = "Oversight")
class AuditEntryResource {
    private final AuditEntryService service;

    AuditEntryResource(AuditEntryService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("audit.read")
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what, newest first",
            description =
                    "For the overseer: acts of all institutions, without any content. By who acted (`person_id`, `participant_id`),"
                            + " what on (`object_id`), what for (`purpose`, `case_reference`), `act`, `outcome` and time (`from`, and"
                            + " before `to`). Reading is recorded as well.")
    public Page<AuditEntryView> list(
            @RestQuery("person_id") UUID personId,
            @RestQuery("participant_id") UUID participantId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery("case_reference") String caseReference,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        AuditFilter filter = new AuditFilter(personId, participantId, objectId, act, purpose, caseReference, outcome);
        return service.list(AuditScope.ALL, filter.within(from, to), PageRequest.of(size, token));
    }

    @GET
    @Path("/own-people")
    @PermissionsAllowed("audit.read-own")
    @Operation(
            operationId = "listAuditEntriesOfOwnPeople",
            summary = "What the people of one's own institution did, newest first",
            description =
                    "Acts of its people and machines alone: nobody reads here who else acted on the same object, nor that"
                            + " anybody did. Reading is recorded as well.")
    public Page<AuditEntryView> ofOwnPeople(
            @RestQuery("person_id") UUID personId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery("case_reference") String caseReference,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        AuditFilter filter = new AuditFilter(personId, null, objectId, act, purpose, caseReference, outcome);
        return service.list(AuditScope.OWN_PEOPLE, filter.within(from, to), PageRequest.of(size, token));
    }

    @GET
    @Path("/own-objects")
    @PermissionsAllowed("audit.read-own-objects")
    @Operation(
            operationId = "listAuditEntriesOnOwnObjects",
            summary = "Who acted on what one's own institution owns, newest first",
            description =
                    "For the FIU and agencies: acts of persons of any institution, e.g. who read a dissemination of theirs. Under"
                            + " which matter, by which client and in which request is not told. Reading is recorded as well.")
    public Page<AuditEntryView> onOwnObjects(
            @RestQuery("person_id") UUID personId,
            @RestQuery("participant_id") UUID participantId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        AuditFilter filter = new AuditFilter(personId, participantId, objectId, act, purpose, null, outcome);
        return service.list(AuditScope.OWN_OBJECTS, filter.within(from, to), PageRequest.of(size, token));
    }
}
