package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class NotificationsPageTest extends HubTest {
    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);

    private UUID ring(boolean urgent) {
        UUID referral = Drafts.of(bank, investigator).referral();
        Drafts.execute(
                """
                insert into notification (id, owner, source_id, position, permission, object_kind, object_id, urgent, at)
                select gen_random_uuid(), ?, gen_random_uuid(),
                  (select coalesce(max(position), 0) + 1 from notification where owner = ?), 'referral.read', 'REFERRAL',
                  ?, ?, now()
                """,
                bank.id(),
                bank.id(),
                referral,
                urgent);
        return referral;
    }

    @Test
    void everyPageHasABellThatListensAndTellsNoNumber() {
        ring(false);
        Visitor.signedIn(investigator, "en")
                .get("/console/referrals")
                .statusCode(200)
                .body(containsString("data-events=\"/console/notifications/events\""))
                .body(containsString("aria-label=\"Notifications\""));
    }

    @Test
    void theBellIsToldWhetherSomethingWaitsAndWhetherItIsUrgent() {
        Visitor visitor = Visitor.signedIn(investigator, "en");
        visitor.get("/console/notifications/events")
                .statusCode(200)
                .contentType("text/event-stream")
                .body(containsString("NOTHING"));
        UUID referral = ring(true);
        visitor.get("/console/notifications/events")
                .body(allOf(containsString("URGENT"), not(containsString(referral.toString()))));
    }

    @Test
    void whatWasLookedAtIsRead() {
        ring(true);
        Visitor visitor = Visitor.signedIn(investigator, "en");
        visitor.get("/console/notifications")
                .statusCode(200)
                .body(allOf(containsString("An urgent item"), containsString("<strong>new</strong>")));
        visitor.get("/console/notifications").body(not(containsString("<strong>new</strong>")));
        visitor.get("/console/notifications/events").body(containsString("NOTHING"));
    }

    @Test
    void nothingIsToldInIndonesianFirst() {
        Visitor.signedIn(investigator, "id")
                .get("/console/notifications")
                .body(containsString("Tidak ada yang menunggu."));
    }
}
