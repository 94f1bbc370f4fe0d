package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.hold.HoldSteps;
import org.simpul.matrix.Reads.Reader;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;

/** Whatever the FIU and the agencies do with a referral, each read of its submitter answers in the same bytes. */
@QuarkusTest
class SubmitterFeelsNothingTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private final Desk desk = new Desk();
    private final String phone = SubmittedReferral.anyPhone();
    private final String account = HoldSteps.anyAccount();

    @Test
    void noReadOfASubmitterMovesWithWhatTheFiuAndTheAgenciesDo() {
        ReferralSteps referral = ReferralSteps.draft(bank)
                .redFlag()
                .subject(subject("MULE", "ADULT", "Felt Nothing", identifier("PHONE", "", phone), account(account)))
                .submit();
        outbox.drain();
        // and what that has put into it: it was received
        outbox.drain();
        UUID intake = (UUID) Drafts.value("select id from intake where referral_id = ?", referral.id());
        Map<String, Answer> before = reads(referral);
        assertTrue(
                before.values().stream()
                                .filter(answer -> answer.status() == 200)
                                .count()
                        > 15,
                before.keySet().toString());

        everythingIsDoneWith(intake);

        Map<String, Answer> after = reads(referral);
        before.forEach((read, answer) -> assertEquals(answer, after.get(read), read));
        // the control: a notice to the submitter is felt
        Desk.by(desk.analyst)
                .body(Map.of("text", "Which branch opened it?"))
                .post("/api/v1/intakes/" + intake + "/messages")
                .then()
                .statusCode(201);
        assertNotEquals(before, reads(referral));
    }

    private void everythingIsDoneWith(UUID intake) {
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P2", phone);
        outbox.drain();
        Desk.by(desk.analyst).get("/api/v1/intakes/" + intake + "/links").then().statusCode(200);
        desk.accepted(intake);
        UUID another = desk.accepted(other);
        Institution agency = Institutions.agency();
        Map<String, Object> form = Desk.form(desk.caseOf(intake, another), other, agency);
        form.put(
                "rows",
                Map.of(
                        "subjects",
                        Database.queryAsSuperuser(
                                "select s.id from referral_subject s join intake i on i.version_id = s.version_id"
                                        + " where i.id = ?",
                                intake),
                        "identifiers",
                        List.of(identifier("PHONE", "", phone))));
        HoldSteps holds = new HoldSteps();
        holds.requested(halt(Institutions.bank(), intake));
        // at the submitter itself: not asked of it yet, and an agency's order on paper
        holds.drafted(halt(bank, intake));
        HoldSteps.recorded(agency, bank, account);
        String dissemination = "/api/v1/disseminations/" + desk.disseminated(form);
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = Desk.matter(agency);
        Desk.under(matter, officer).get(dissemination).then().statusCode(200);
        Desk.under(matter, officer)
                .post(dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        Desk.under(matter, officer)
                .body(Map.of("outcome", "ARREST"))
                .post(dissemination + "/outcomes")
                .then()
                .statusCode(201);
        Desk.by(Institutions.fiu().person(Role.FIU_SUPERVISOR))
                .body(Map.of("reason", "WRONG_CONTENT"))
                .post(dissemination + "/recalls")
                .then()
                .statusCode(201);
        outbox.drain();
    }

    private Map<String, Object> halt(Institution institution, UUID intake) {
        Map<String, Object> form = HoldSteps.halt(institution, account);
        form.put("origins", List.of(Map.of("kind", "INTAKE", "id", intake)));
        return form;
    }

    private static Map<String, Answer> reads(ReferralSteps referral) {
        Target target = Target.of(referral.id());
        return Reads.by(
                List.of(new Reader(referral.investigator(), "", target), new Reader(referral.officer(), "", target)));
    }
}
