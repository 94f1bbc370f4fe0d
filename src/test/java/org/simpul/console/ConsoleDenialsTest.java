package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class ConsoleDenialsTest extends HubTest {

    private static List<Object> recorded(String requestId, String alias) {
        return Database.queryAsSuperuser(
                """
                select concat_ws(' ', e.act, e.outcome, e.object_kind) from audit_entry e
                join participant p on p.id = e.participant_id where e.request_id = ? and p.alias = ?
                """,
                requestId,
                alias);
    }

    @Test
    void aPageThatIsRefusedOrNotThereIsRecordedUnderWhoAskedForIt() {
        var bank = Institutions.bank();
        Visitor visitor = Visitor.signedIn(bank.person(Role.INVESTIGATOR), "en");
        String refused =
                visitor.get("/console/intakes").statusCode(403).extract().header("Request-Id");
        assertEquals(List.of("IntakesPage.show DENIED INTAKE"), recorded(refused, bank.alias()));
        String absent =
                visitor.get("/console/nothing/here").statusCode(404).extract().header("Request-Id");
        assertEquals(List.of("HomePage.lost DENIED UNKNOWN"), recorded(absent, bank.alias()));
    }
}
