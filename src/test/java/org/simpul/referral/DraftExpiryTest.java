package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Faults;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class DraftExpiryTest extends HubTest {
    @Inject
    DraftClock clock;

    @Inject
    DraftExpiry expiry;

    @Inject
    SystemActor system;

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();

    private static void lie(ReferralSteps draft, int days) {
        Database.updateAsSuperuser(
                "update referral set touched_at = now() - make_interval(days => ?),"
                        + " warned_at = case when ? > 14 then now() - interval '4 days' end where id = ?",
                days,
                days,
                draft.id());
    }

    private static List<String> notifications(ReferralSteps draft) {
        return Rows.select(
                "select permission from outbox_notification where object_id = ? and owner = to_participant",
                draft.id());
    }

    private ReferralSteps full(String account) {
        ReferralSteps draft = ReferralSteps.draft(bank)
                .filled(account)
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Cempaka Ungu", account("8804004004")))
                .transactions(transaction(account(account), account("8804004004"), "for Cempaka"));
        as(draft.investigator())
                .body("{}")
                .post(draft.path() + "/imports")
                .then()
                .statusCode(201);
        return draft;
    }

    @Test
    void anUntouchedDraftIsWarnedOfOnceAndATouchSavesIt() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        lie(draft, 10);
        clock.look();
        assertEquals(List.of(), notifications(draft));
        lie(draft, 12);
        clock.look();
        clock.look();
        assertEquals(List.of("referral.draft"), notifications(draft));
        draft.read().then().statusCode(200).header("ETag", equalTo(draft.etag()));
        draft.fields(Map.of());
        assertEquals(
                List.of("t"),
                Rows.select(
                        "select touched_at > now() - interval '1 hour' and warned_at is null from referral where id = ?",
                        draft.id()));
        clock.look();
        draft.read().then().body("status", equalTo("DRAFT"));
    }

    @Test
    void aTouchBetweenTheLookAndTheActSavesIt() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        lie(draft, 20);
        Database.updateAsSuperuser("update referral set touched_at = now() where id = ?", draft.id());
        system.act("test", new Member(bank.id(), bank.alias(), bank.alias(), bank.kind()), () -> {
            expiry.expire(draft.id());
            return true;
        });
        draft.read().then().statusCode(200).body("status", equalTo("DRAFT"));
    }

    @Test
    void oneDraftThatFailsHoldsUpNoOther() {
        ReferralSteps broken = ReferralSteps.draft(bank);
        ReferralSteps sound = ReferralSteps.draft(bank);
        lie(broken, 13);
        lie(sound, 12);
        Faults.at(broken.id(), () -> {
            clock.look();
            assertEquals(List.of(), notifications(broken));
            assertEquals(List.of("referral.draft"), notifications(sound));
        });
        clock.look();
        assertEquals(List.of("referral.draft"), notifications(broken));
    }

    @Test
    void aDraftOfASuspendedInstitutionLivesAndIsWarnedOfAnewWhenItIsBack() {
        ReferralSteps draft = ReferralSteps.draft(bank);
        lie(draft, 15);
        Institutions.setStatus(bank, "SUSPENDED");
        clock.look();
        Institutions.setStatus(bank, "ADMITTED");
        assertEquals(List.of(), notifications(draft));
        clock.look();
        clock.look();
        draft.read().then().statusCode(200).body("status", equalTo("DRAFT"));
        assertEquals(List.of("referral.draft"), notifications(draft));
        lie(draft, 15);
        clock.look();
        draft.read().then().body("status", equalTo("EXPIRED"));
    }

    @Test
    void aDraftThatWasNeverSubmittedLosesItsContentAndKeepsItsReference() {
        ReferralSteps draft = full("3300200001");
        String reference = draft.read().path("reference");
        lie(draft, 15);
        clock.look();
        draft.read()
                .then()
                .statusCode(200)
                .body("status", equalTo("EXPIRED"))
                .body("reference", equalTo(reference))
                .body("version.narrative", nullValue())
                .body("version.subjects", empty())
                .body("version.red_flags", empty());
        as(draft.investigator()).get(draft.path() + "/transactions").then().body("items", empty());
        for (String table : List.of("referral_subject", "referral_transaction", "protected_subject")) {
            assertEquals(
                    List.of("0"),
                    Rows.select(
                            "select count(*) from " + table
                                    + " where owner = ? and version_id in (select id from referral_version where referral_id = ?)",
                            bank.id(),
                            draft.id()));
        }
        assertEquals(
                List.of("system:draft-clock"),
                Rows.select(
                        "select actor from audit_entry where object_id = ? and act = 'referral.draft-expired'",
                        draft.id()));
        as(draft.investigator()).post(draft.path() + "/handovers").then().statusCode(409);
        as(draft.investigator()).post(draft.path() + "/versions").then().statusCode(409);
        draft.edit().body(Map.of()).put(draft.path()).then().statusCode(409);
    }

    @Test
    void aCorrectionThatExpiresGoesBackToWhatWasSubmittedWhichStaysAsItIs() {
        ReferralSteps referral = full("3300200002").submit();
        outbox.drain();
        String submitted =
                as(referral.investigator()).get(referral.path() + "/versions/1").asString();
        referral.newVersion().fields(Map.of("narrative", "Nothing yet."));
        lie(referral, 15);
        clock.look();
        referral.read()
                .then()
                .body("status", equalTo("SUBMITTED"))
                .body("submitted_number", equalTo(1))
                .body("version.number", equalTo(1));
        assertEquals(
                submitted,
                as(referral.investigator()).get(referral.path() + "/versions/1").asString());
        as(referral.investigator()).get(referral.path() + "/versions/2").then().statusCode(404);
        referral.newVersion().read().then().body("version.number", equalTo(2));
    }

    @Test
    void whatWaitsForAnOfficerOrWasSubmittedNeverExpires() {
        ReferralSteps waiting = full("3300200003").handOver();
        ReferralSteps submitted = full("3300200004").submit();
        lie(waiting, 400);
        lie(submitted, 400);
        clock.look();
        waiting.read().then().body("status", equalTo("PENDING_APPROVAL"));
        submitted.read().then().body("status", equalTo("SUBMITTED"));
    }

    /** A table that a later change hangs on a version must be emptied as well, or no draft with rows there expires. */
    @Test
    void theRemovalKnowsEveryTableThatHangsOnAVersion() {
        Set<String> hanging = new TreeSet<>(
                Rows.select(
                        """
                with recursive below as (
                  select 'referral_version'::regclass::oid as id
                  union select k.conrelid from pg_constraint k join below b on k.confrelid = b.id
                  where k.contype = 'f' and k.confdeltype <> 'c')
                select id::regclass::text from below where id <> 'referral_version'::regclass
                """));
        Pattern table = Pattern.compile("delete from (\\w+)");
        Set<String> emptied = VersionRemoval.PARTS.stream()
                .map(part ->
                        table.matcher(part).results().findFirst().orElseThrow().group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // the safeguard's, through its own door
        emptied.add("protected_subject");
        emptied.remove("referral_version");
        assertEquals(hanging, emptied);
    }
}
