package org.simpul.audit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class AuditEntryTest extends HubTest {
    private static final String ENTRIES = "/api/v1/audit-entries";

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final Institution overseer = Institutions.admit(ParticipantKind.SUPERVISOR);
    private final Person auditor = overseer.person(Role.OVERSIGHT_AUDITOR);

    @Test
    void theAuditorReadsWhoDidWhatWithoutContent() {
        as(investigator).get("/api/v1/disclosures").then().statusCode(200);
        as(investigator).get("/api/v1/matters").then().statusCode(403);
        as(auditor)
                .queryParam("participant_id", bank.id())
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .body("items.act", contains("listMatters", "disclosure.listed"))
                .body("items.outcome", contains("DENIED", "ALLOWED"))
                .body("items[1].participant", equalTo(bank.alias()))
                .body("items[1].roles", contains("investigator"))
                .body("items[1].client", equalTo("simpul-cli"))
                .body("items[0]", not(hasKey("payload")))
                .body("items[0]", not(hasKey("nonce")))
                .body("next_page_token", nullValue());
    }

    @Test
    void filtersNarrowAndPagesWalkTheList() {
        for (int i = 0; i < 3; i++) {
            as(investigator).get("/api/v1/disclosures").then().statusCode(200);
        }
        as(investigator).get("/api/v1/me").then().statusCode(200);
        String rest = as(auditor)
                .queryParam("participant_id", bank.id())
                .queryParam("act", "disclosure.listed")
                .queryParam("outcome", "ALLOWED")
                .queryParam("page_size", 2)
                .get(ENTRIES)
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next_page_token");
        as(auditor)
                .queryParam("participant_id", bank.id())
                .queryParam("act", "disclosure.listed")
                .queryParam("page_token", rest)
                .get(ENTRIES)
                .then()
                .body("items.size()", equalTo(1))
                .body("next_page_token", nullValue());
        String person = as(investigator).get("/api/v1/me").then().extract().path("person_id");
        as(auditor).queryParam("object_id", person).get(ENTRIES).then().body("items.size()", equalTo(2));
    }

    @Test
    void readingTheLogIsRecordedUnderTheAuditorItself() {
        as(auditor).get(ENTRIES).then().statusCode(200);
        as(auditor)
                .queryParam("participant_id", overseer.id())
                .get(ENTRIES)
                .then()
                .statusCode(200)
                .body("items.act", contains("audit.read"));
    }

    @Test
    void nobodyElseReadsIt() {
        as(investigator).get(ENTRIES).then().statusCode(403);
        as(Institutions.fiu().person(Role.FIU_SUPERVISOR)).get(ENTRIES).then().statusCode(403);
    }

    @Test
    void aCaseReferenceIsWrittenDownOnlyWhereItNamesALiveMatter() {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        String matter = Desk.matter(agency);
        for (String reference : List.of("Dahayu Maheswari", matter)) {
            as(officer)
                    .header("Case-Reference", reference)
                    .get("/api/v1/matters")
                    .then()
                    .statusCode(200);
        }
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .header("Case-Reference", "Dahayu Maheswari")
                .get("/api/v1/referrals")
                .then()
                .statusCode(200);
        assertEquals(List.of(), Database.queryAsSuperuser("select id from audit_entry where payload like '%Dahayu%'"));
        assertEquals(
                List.of("matter.listed"),
                Database.queryAsSuperuser("select act from audit_entry where case_reference = ?", matter));
    }

    @Test
    void aReportingEntityReadsItsOwnForFiling() {
        Person person = Institutions.bank().person(Role.INVESTIGATOR);
        var answer = as(person).get("/api/v1/referrals").then().statusCode(200).extract();
        assertEquals(
                List.of("FILING"),
                Database.queryAsSuperuser(
                        "select purpose from audit_entry where request_id = ?", answer.header("Request-Id")));
    }
}
