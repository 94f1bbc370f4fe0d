package org.simpul.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.outbox.Notification;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.Drafts.Draft;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class NotificationTest extends HubTest {
    private static final String PATH = "/api/v1/notifications";

    private final Institution bank = Institutions.bank();
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person investigator = bank.person(Role.INVESTIGATOR);

    @Inject
    Told told;

    @Inject
    Notifier notifier;

    private static ValidatableResponse list(Person person) {
        return as(person).get(PATH).then().statusCode(200);
    }

    private static String newest(Person person) {
        return list(person).extract().path("items[0].id");
    }

    @Test
    void anItemSaysThatItIsThereAndWhetherItIsUrgentAndNothingElse() {
        Draft draft = Drafts.of(bank, investigator);
        told.of(bank, null, Permission.REFERRAL_READ, draft.referral(), true);
        String page = list(investigator)
                .body("items", hasSize(1))
                .body("items[0].keySet().sort()", equalTo(List.of("at", "id", "read", "text", "urgent")))
                .body("items[0].urgent", equalTo(true))
                .body("items[0].read", equalTo(false))
                .body("items[0].text.id", equalTo("Ada hal mendesak untuk Anda di Simpul."))
                .body("items[0].text.en", equalTo("You have an urgent item in Simpul."))
                .extract()
                .asString();
        assertEquals(-1, page.indexOf(draft.referral().toString()), "it names its object");
    }

    @Test
    void itIsForThoseWhoHoldThePermissionAndNobodyElse() {
        told.of(
                bank,
                null,
                Permission.REFERRAL_SUBMIT,
                Drafts.of(bank, investigator).referral(),
                false);
        list(officer).body("items", hasSize(1));
        list(investigator).body("items", hasSize(0));
        list(bank.person(Role.PARTICIPANT_ADMIN)).body("items", hasSize(0));
        list(Institutions.bank().person(Role.COMPLIANCE_OFFICER)).body("items", hasSize(0));
    }

    @Test
    void whatIsForOnePersonIsThatPersonsAlone() throws SQLException {
        UUID person = Drafts.id(investigator);
        UUID colleague = Drafts.id(officer);
        told.of(
                bank,
                person,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        list(investigator).body("items", hasSize(1));
        list(officer).body("items", hasSize(0));
        // the database holds it as well, whatever the hub asks
        String sql = "select id from notification where owner = ?";
        assertEquals(1, Database.query(bank.id(), person, sql, bank.id()).size());
        assertEquals(0, Database.query(bank.id(), colleague, sql, bank.id()).size());
        Institution other = Institutions.bank();
        assertEquals(0, Database.query(other.id(), null, sql, bank.id()).size());
    }

    @Test
    void whoReadsItHasReadItForHerselfAlone() {
        told.of(
                bank,
                null,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        String id = newest(investigator);
        as(investigator).put(PATH + "/" + id + "/read-mark").then().statusCode(204);
        as(investigator).put(PATH + "/" + id + "/read-mark").then().statusCode(204);
        list(investigator).body("items[0].read", equalTo(true));
        list(officer).body("items[0].read", equalTo(false));
        as(investigator).get(PATH + "?unread=true").then().body("items", hasSize(0));
        as(officer).get(PATH + "?unread=true").then().body("items", hasSize(1));
    }

    @Test
    void anItemAboutSomethingThatIsNotSeenAnyMoreIsNotThereAndLeavesNoGap() {
        Draft first = Drafts.of(bank, investigator);
        told.of(bank, null, Permission.REFERRAL_READ, first.referral(), false);
        String kept = newest(investigator);
        // of another bank by now: nothing of it is seen
        Institution other = Institutions.bank();
        Draft hidden = Drafts.of(other, other.person(Role.INVESTIGATOR));
        told.of(bank, null, Permission.REFERRAL_READ, hidden.referral(), true);
        UUID gone = (UUID) Drafts.value(
                "select id from notification where owner = ? and object_id = ?", bank.id(), hidden.referral());
        as(investigator)
                .get(PATH + "?page_size=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(kept))
                .body("next_page_token", equalTo(null));
        as(investigator).put(PATH + "/" + gone + "/read-mark").then().statusCode(404);
    }

    @Test
    void aPageFollowsThePageBefore() {
        Draft draft = Drafts.of(bank, investigator);
        for (int i = 0; i < 3; i++) {
            told.of(bank, null, Permission.REFERRAL_READ, draft.referral(), false);
        }
        String token = as(investigator)
                .get(PATH + "?page_size=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next_page_token");
        as(investigator)
                .get(PATH + "?page_size=2&page_token=" + token)
                .then()
                .body("items", hasSize(1))
                .body("next_page_token", equalTo(null));
    }

    @Test
    void anEventThatIsHandledTwiceLeavesOneItem() {
        UUID source = told.of(
                bank,
                null,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        notifier.handle(source);
        list(investigator).body("items", hasSize(1));
    }

    @Test
    void aKindThatNoRoomAnswersForWaitsInTheOutboxAndIsToldToNobody() {
        UUID source = told.put(
                new Notification(bank.id(), null, Permission.REFERRAL_READ, "UNHEARD_OF", UUID.randomUUID(), true));
        assertThrows(IllegalStateException.class, () -> notifier.handle(source));
        list(investigator).body("items", hasSize(0));
        Database.updateAsSuperuser("delete from outbox_event where object_id = ?", source);
    }

    @Test
    void whoeverIsSuspendedOrSwitchedOffReceivesNothing() {
        Draft draft = Drafts.of(bank, investigator);
        UUID person = Drafts.id(investigator);
        Drafts.execute("update person set status = 'SWITCHED_OFF' where id = ?", person);
        told.of(bank, person, Permission.REFERRAL_READ, draft.referral(), false);
        UUID later = told.put(
                new Notification(bank.id(), null, Permission.REFERRAL_READ, "REFERRAL", draft.referral(), false));
        Institutions.setStatus(bank, "SUSPENDED");
        notifier.handle(later);
        assertEquals(0, Drafts.count("from notification where owner = ?", bank.id()));
    }

    @Test
    void eachReadingIsRecorded() {
        told.of(
                bank,
                null,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        String id = newest(investigator);
        as(investigator).put(PATH + "/" + id + "/read-mark").then().statusCode(204);
        UUID person = Drafts.id(investigator);
        assertEquals(1, acts(person, "notification.listed"));
        assertEquals(1, acts(person, "notification.marked-read"));
        assertEquals(
                1,
                Drafts.count(
                        "from audit_entry where participant_id = ? and act = 'notification.received'"
                                + " and actor = 'system:notifier'",
                        bank.id()));
    }

    private static long acts(UUID person, String act) {
        return Drafts.count("from audit_entry where person_id = ? and act = ?", person, act);
    }

    @Test
    void whatIsNotOnesOwnIsAsAbsentAsWhatDoesNotExist() {
        told.of(
                bank,
                null,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                false);
        String id = newest(investigator);
        Person stranger = Institutions.bank().person(Role.INVESTIGATOR);
        as(stranger).put(PATH + "/" + id + "/read-mark").then().statusCode(404).body("type", not(equalTo(null)));
        as(stranger).put(PATH + "/" + UUID.randomUUID() + "/read-mark").then().statusCode(404);
    }
}
