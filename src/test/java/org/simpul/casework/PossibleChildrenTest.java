package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;

/** Whether the children of two submissions are possibly the same: told to the team of a case, and nothing more. */
@QuarkusTest
class PossibleChildrenTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    Comparison comparison;

    private final Institution bank = Institutions.bank();
    private Desk desk;
    private String phone;
    private String name;

    @BeforeEach
    void open() {
        desk = new Desk();
        phone = SubmittedReferral.anyPhone();
        name = "Anindya Prameswari " + letters();
    }

    /** A family name that no other test has. */
    private static String letters() {
        StringBuilder text = new StringBuilder("Z");
        for (char c : String.valueOf(System.nanoTime()).toCharArray()) {
            text.append((char) ('a' + c - '0'));
        }
        return text.toString();
    }

    private ReferralSteps submitted(Institution submitter, String childsName, Object... identifiers) {
        ReferralSteps referral = ReferralSteps.draft(submitter)
                .filled("3700000001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", childsName, identifiers))
                .submit();
        outbox.drain();
        return referral;
    }

    private static String reference(ReferralSteps referral) {
        return referral.read().path("version.subjects[1].reference");
    }

    private ValidatableResponse asked(String file) {
        return by(desk.analyst)
                .get("/api/v1/cases/" + file + "/possible-same-children")
                .then();
    }

    @Test
    void theTeamLearnsWhichKindOfValueIsTheSameAndNotWhich() {
        ReferralSteps one = submitted(bank, name, identifier("PHONE", "", phone));
        UUID ours = desk.accepted(Desk.intakeOf(one.id()));
        String file = desk.caseOf(ours);
        asked(file).statusCode(200).body("items", empty()).body("next_page_token", equalTo(null));

        String turned = name.substring(name.lastIndexOf(' ') + 1) + ", " + name.substring(0, name.lastIndexOf(' '));
        ReferralSteps two =
                submitted(Institutions.bank(), turned.toUpperCase(), identifier("E_WALLET", "dompetku", phone));
        asked(file)
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].reference", equalTo(reference(one)))
                .body("items[0].intake_id", equalTo(ours.toString()))
                .body("items[0].other_reference", equalTo(reference(two)))
                .body(
                        "items[0].other_intake_id",
                        equalTo(Desk.intakeOf(two.id()).toString()))
                .body("items[0].matched", contains("IDENTIFIER", "NAME"))
                .body(not(containsString(phone)))
                .body(not(containsString("Anindya")));

        // a version that corrects the child is compared as it is now
        two.newVersion();
        String child = two.read().path("version.subjects[1].id");
        two.done(
                two.edit()
                        .body(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", name))
                        .put(two.path() + "/subjects/" + child),
                200);
        two.submit();
        outbox.drain();
        asked(file).body("items.size()", equalTo(1)).body("items[0].matched", contains("IDENTIFIER", "NAME"));
    }

    @Test
    void onlyTheTeamOfTheCaseIsTold() {
        UUID ours = desk.accepted(Desk.intakeOf(submitted(bank, name).id()));
        String file = desk.caseOf(ours);
        String path = "/api/v1/cases/" + file + "/possible-same-children";
        by(desk.fiu.person(Role.FIU_ANALYST)).get(path).then().statusCode(403);
        as(desk.analyst).get(path).then().statusCode(400);
        as(bank.person(Role.COMPLIANCE_OFFICER)).get(path).then().statusCode(403);
        by(desk.analyst)
                .get("/api/v1/cases/" + UUID.randomUUID() + "/possible-same-children")
                .then()
                .statusCode(404);
    }

    @Test
    void noSubmitterReadsOrMakesWhatIsCompared() throws SQLException {
        UUID intake = Desk.intakeOf(submitted(bank, name).id());
        assertEquals(1, Drafts.count("from subject_digest where intake_id = ?", intake));
        assertEquals(List.of(), Database.query(bank.id(), null, "select id from subject_digest"));
    }

    @Test
    void aValueThatStandsEverywhereSaysNothing() {
        ReferralSteps one = submitted(bank, name);
        String file = desk.caseOf(desk.accepted(Desk.intakeOf(one.id())));
        submitted(Institutions.bank(), name);
        asked(file).body("items.size()", equalTo(1));
        UUID intake = Desk.intakeOf(one.id());
        for (int i = 0; i < 20; i++) {
            SubmittedReferral filler = SubmittedReferral.of(bank, "P3", SubmittedReferral.anyPhone());
            outbox.drain();
            Drafts.execute(
                    "insert into subject_digest select gen_random_uuid(), owner, ?, subject_id, reference, kind, digest"
                            + " from subject_digest where intake_id = ?",
                    Desk.intakeOf(filler),
                    intake);
        }
        asked(file).body("items", empty());
    }

    @Test
    void intakesFromBeforeAreComparedByTheJob() {
        ReferralSteps one = submitted(bank, name);
        UUID intake = Desk.intakeOf(one.id());
        Drafts.execute("delete from subject_digest where intake_id = ?", intake);
        Drafts.execute("update intake set compared_version = null where id = ?", intake);
        comparison.tick();
        assertEquals(1, Drafts.count("from subject_digest where intake_id = ?", intake));
        assertEquals(
                Drafts.value("select version_id from intake where id = ?", intake),
                Drafts.value("select compared_version from intake where id = ?", intake));
    }
}
