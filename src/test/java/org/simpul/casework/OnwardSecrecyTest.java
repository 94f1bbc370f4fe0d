package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;

/** Who has no part in a consent reads the same bytes before it, under it, and after it. */
@QuarkusTest
class OnwardSecrecyTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private static String bytes(Response answer) {
        return answer.statusCode() + " " + answer.headers().getValue("ETag") + " "
                + answer.asString().replaceAll("\"(request_id|search_id)\":\"[^\"]*\"", "");
    }

    @Test
    void aSubmitterAndARivalAgencyReadTheSameBytesThroughout() {
        Desk desk = new Desk();
        Institution bank = Institutions.bank();
        Institution agency = Institutions.agency();
        Institution second = Institutions.agency();
        Institution rival = Institutions.agency();
        Person compliance = bank.person(Role.COMPLIANCE_OFFICER);
        Person officer = rival.person(Role.LE_SUPERVISOR);
        String matter = matter(rival);
        SubmittedReferral referral = SubmittedReferral.of(bank, "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        String id = desk.disseminated(referral, agency);
        outbox.drain();
        Map<String, String> seen = look(compliance, officer, matter, referral, id, "", "");
        String consent = Onward.asked(agency, id, second);
        String export = Onward.asked(agency, id);
        assertEquals(seen, look(compliance, officer, matter, referral, id, consent, ""), "asked for");
        for (String one : List.of(consent, export)) {
            Onward.decide(desk.supervisor, one, Map.of("decision", "GRANT")).statusCode(200);
        }
        assertEquals(seen, look(compliance, officer, matter, referral, id, consent, ""), "granted");
        var draft = Onward.draft(agency.person(Role.LE_OFFICER), Map.of("consent_id", consent))
                .statusCode(201)
                .extract();
        String onward = draft.path("id");
        Onward.approve(agency.person(Role.LE_SUPERVISOR), onward, draft.path("digest"))
                .statusCode(200);
        under(matter(agency), agency.person(Role.LE_OFFICER))
                .get("/api/v1/disseminations/" + id + "/document.json")
                .then()
                .statusCode(200);
        outbox.drain();
        assertEquals(seen, look(compliance, officer, matter, referral, id, consent, onward), "handed on");
        Onward.revoke(desk.supervisor, consent).statusCode(200);
        outbox.drain();
        assertEquals(seen, look(compliance, officer, matter, referral, id, consent, onward), "revoked");
    }

    /** @param consent a path of it, which must answer as an absent one does */
    private static Map<String, String> look(
            Person bank,
            Person rival,
            String matter,
            SubmittedReferral referral,
            String id,
            String consent,
            String onward) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String path : List.of(
                "/referrals",
                "/referrals/" + referral.id,
                "/referrals/" + referral.id + "/notices",
                "/referrals/" + referral.id + "/messages",
                "/disclosures",
                "/disclosures?direction=RECEIVED",
                "/quality-reports",
                "/rfi-threads",
                "/holds",
                "/disseminations/" + id,
                "/recall-notices",
                "/consents",
                "/onward-disclosures")) {
            seen.put("bank " + path, bytes(as(bank).get("/api/v1" + path)));
        }
        for (String path : List.of(
                "/disseminations",
                "/disseminations/" + id,
                "/disseminations/" + id + "/document.json",
                "/disseminations/" + id + "/responses",
                "/disseminations/" + id + "/versions",
                "/disclosures",
                "/disclosures?direction=RECEIVED",
                "/recall-notices",
                "/consents",
                "/onward-disclosures")) {
            seen.put("rival " + path, bytes(under(matter, rival).get("/api/v1" + path)));
        }
        String absent = UUID.randomUUID().toString();
        for (String one : List.of(consent, onward)) {
            for (String path : List.of("/consents/", "/onward-disclosures/")) {
                String hidden = one.isEmpty() ? absent : one;
                seen.merge(
                        "rival " + path + "{id}",
                        bytes(under(matter, rival).get("/api/v1" + path + hidden)),
                        (a, b) -> a.equals(b) ? a : a + " and " + b);
            }
        }
        seen.put(
                "rival searches",
                bytes(under(matter, rival)
                        .body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", referral.phone)))
                        .post("/api/v1/searches")));
        return seen;
    }
}
