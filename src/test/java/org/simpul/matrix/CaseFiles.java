package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Institutions;

/** What hangs on the case of the world, and a restricted case of colleagues with the same. */
final class CaseFiles {
    private static final String CASES = "/api/v1/cases/";

    private final Cast cast;
    private final Desk desk;
    private final OutboxDispatcher outbox;
    private final String shared;
    private final Target restricted;
    private final Target restrictedDissemination;

    CaseFiles(Cast cast, Desk desk, OutboxDispatcher outbox, String shared) {
        this.cast = cast;
        this.desk = desk;
        this.outbox = outbox;
        this.shared = shared;
        SubmittedReferral referral = submitted();
        UUID intake = desk.accepted(referral);
        String file = Desk.by(desk.analyst)
                .body(Map.of("title", "A colleague", "intake_ids", List.of(intake), "restricted", true))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        restricted = filled(Target.of(file))
                .with("personId", Drafts.id(desk.analyst))
                .with("intakeId", intake);
        restrictedDissemination = Target.of(
                desk.draft(Desk.form(file, referral)).statusCode(201).extract().path("id"));
    }

    /** A case that its team keeps to itself. */
    Target restricted() {
        return restricted;
    }

    Target restrictedDissemination() {
        return restrictedDissemination;
    }

    /** The world's case, with a colleague and an intake that this principal alone takes out. */
    Target own() {
        UUID colleague = Drafts.id(cast.institution(Principal.FIU_ANALYST.kind).person(Role.FIU_ANALYST));
        Database.updateAsSuperuser(
                "insert into case_member (case_id, owner, person_id, added_by, added_at)"
                        + " select id, owner, ?, opened_by, now() from case_file where id = ?",
                colleague,
                UUID.fromString(shared));
        UUID intake = desk.accepted(submitted());
        Desk.by(desk.analyst)
                .body(Map.of("intake_id", intake))
                .post(CASES + shared + "/intakes")
                .then()
                .statusCode(200);
        return filled(Target.of(shared)).with("personId", colleague).with("intakeId", intake);
    }

    private SubmittedReferral submitted() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    /** With a note, a task that is done, and a grant that is over. */
    private Target filled(Target file) {
        String note = post(file, "/notes", Map.of("text", "Opened two days before."));
        String task = post(file, "/tasks", Map.of("title", "Compare the openings"));
        Desk.by(desk.analyst)
                .body(Map.of("decision", "DONE"))
                .post(CASES + file.id() + "/tasks/" + task + "/decisions")
                .then()
                .statusCode(200);
        UUID grant = UUID.randomUUID();
        Database.updateAsSuperuser(
                """
                insert into case_grant (id, owner, case_id, person_id, reason, granted_by, granted_at, ends_at)
                select ?, owner, id, ?, 'Reviews it.', opened_by, now() - interval '2 hours', now() - interval '1 hour'
                from case_file where id = ?
                """,
                grant,
                Drafts.id(cast.people.get(Principal.FIU_SUPERVISOR)),
                UUID.fromString(file.id()));
        return file.with("noteId", note).with("taskId", task).with("grantId", grant);
    }

    private String post(Target file, String below, Object body) {
        return Desk.by(desk.analyst)
                .body(body)
                .post(CASES + file.id() + below)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
