package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Documents named and items held, in the place of attachments. */
@QuarkusTest
class HoldingTest extends HubTest {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static Map<String, Object> document(String number) {
        Map<String, Object> document = new HashMap<>();
        document.put("kind", "ACCOUNT_OPENING");
        document.put("number", number);
        document.put("issued_on", "2026-01-14");
        document.put("issuer", "Bank A");
        document.put("holder", "Archive 3");
        document.put("sha256", HASH);
        return document;
    }

    private static Map<String, Object> item(String reference, String description) {
        Map<String, Object> item = new HashMap<>();
        item.put("reference", reference);
        item.put("kind", "CCTV");
        item.put("description", description);
        item.put("period_from", "2026-03-01");
        item.put("period_to", "2026-03-02");
        item.put("overwritten_on", "2099-04-01");
        return item;
    }

    private static Response name(ReferralSteps draft, Object... documents) {
        return draft.edit()
                .body(Map.of("document_references", List.of(documents)))
                .put(draft.path() + "/document-references");
    }

    private static Response list(ReferralSteps draft, Object... items) {
        return draft.edit().body(Map.of("held_items", List.of(items))).put(draft.path() + "/held-items");
    }

    private static String referenceOf(ReferralSteps draft, int item) {
        return draft.read().path("version.held_items[" + item + "].reference");
    }

    @Test
    void whatIsNamedAndListedIsReadAgainInItsOrderAndReplacedAsAWhole() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        draft.done(name(draft, document("AO-1"), document("AO-2")), 200);
        draft.done(list(draft, item(null, "ATM camera"), item(null, "Entrance camera")), 200);
        draft.read()
                .then()
                .header("ETag", equalTo(draft.etag()))
                .body("version.document_references.number", contains("AO-1", "AO-2"))
                .body("version.document_references[0].sha256", equalTo(HASH))
                .body("version.document_references[0].goaml_reference", nullValue())
                .body("version.held_items.description", contains("ATM camera", "Entrance camera"))
                .body("version.held_items[0].reference", matchesPattern("H(-[0-9A-HJKMNP-TV-Z]{4}){3}"))
                .body("version.held_items[0].overwritten_on", equalTo("2099-04-01"));
        draft.done(name(draft), 200);
        draft.read().then().body("version.document_references.size()", equalTo(0));
    }

    @Test
    void anItemKeepsItsReferenceThroughEditsAndVersions() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("7000100001");
        draft.done(list(draft, item(null, "ATM camera"), item(null, "Entrance camera")), 200);
        String camera = referenceOf(draft, 0);
        draft.done(list(draft, item(null, "Chat log"), item(camera, "ATM camera, branch 2")), 200);
        assertEquals(camera, referenceOf(draft, 1));
        assertNotEquals(camera, referenceOf(draft, 0));
        draft.done(name(draft, document("AO-1")), 200).submit().newVersion();
        draft.read()
                .then()
                .body("version.number", equalTo(2))
                .body("version.held_items[1].reference", equalTo(camera))
                .body("version.document_references.number", contains("AO-1"));
    }

    @Test
    void aReferenceIsOfThisReferralAndNamedOnce() {
        Institution bank = Institutions.bank();
        ReferralSteps other = ReferralSteps.draft(bank);
        other.done(list(other, item(null, "ATM camera")), 200);
        ReferralSteps draft = ReferralSteps.draft(bank);
        draft.done(list(draft, item(null, "Entrance camera")), 200);
        String own = referenceOf(draft, 0);
        Map<String, Object> reversed = item(null, "Reversed");
        reversed.put("period_to", "2026-02-01");
        list(draft, item(referenceOf(other, 0), "x"), item(own, "y"), item(own, "z"), reversed)
                .then()
                .statusCode(400)
                .body(
                        "violations.field",
                        contains("held_items[0].reference", "held_items[2].reference", "held_items[3].period_to"))
                .body("violations.code", contains("unknown_held_item", "repeated", "period_reversed"));
    }

    @Test
    void aDocumentCanBeAskedForAndItsHashIsOne() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank());
        name(draft, Map.of("kind", "OTHER", "issuer", "Somebody"))
                .then()
                .statusCode(400)
                .body("violations.code", contains("document_unnamed"));
        Map<String, Object> wrong = document("AO-1");
        wrong.put("sha256", HASH.toUpperCase());
        name(draft, wrong).then().statusCode(400).body("violations.code", contains("pattern"));
        Map<String, Object> unknown = document("AO-1");
        unknown.put("kind", "PICTURE");
        name(draft, unknown).then().statusCode(400);
        Map<String, Object> address = item(null, "ATM camera");
        address.put("sha256", HASH);
        list(draft, address).then().statusCode(400).body("violations.code", contains("unknown_field"));
    }

    @Test
    void anEditNeedsTheTagAndTheTeam() {
        Institution bank = Institutions.bank();
        ReferralSteps draft = ReferralSteps.draft(bank);
        for (String path : List.of("/document-references", "/held-items")) {
            Map<String, Object> body = Map.of(path.substring(1).replace('-', '_'), List.of());
            as(draft.investigator()).body(body).put(draft.path() + path).then().statusCode(428);
            as(bank.person(Role.INVESTIGATOR))
                    .header("If-Match", draft.etag())
                    .body(body)
                    .put(draft.path() + path)
                    .then()
                    .statusCode(403);
            as(Institutions.bank().person(Role.COMPLIANCE_OFFICER))
                    .header("If-Match", draft.etag())
                    .body(body)
                    .put(draft.path() + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void whatIsApprovedIsAlsoWhatIsHeld() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("7000100002");
        draft.done(list(draft, item(null, "ATM camera")), 200).handOver();
        String digest = draft.digest();
        draft.done(
                as(draft.officer())
                        .body(Map.of("decision", "RETURN", "reason", "Say more."))
                        .post(draft.path() + "/decisions"),
                200);
        draft.done(list(draft, item(referenceOf(draft, 0), "ATM camera, branch 2")), 200)
                .handOver();
        assertNotEquals(digest, draft.digest());
    }

    @Test
    void aSubmittedListDoesNotChangeEvenPastTheHub() {
        Institution bank = Institutions.bank();
        ReferralSteps draft = ReferralSteps.draft(bank).filled("7000100003");
        draft.done(list(draft, item(null, "ATM camera")), 200)
                .done(name(draft, document("AO-1")), 200)
                .submit();
        list(draft, item(null, "Another")).then().statusCode(409);
        UUID referral = draft.id();
        for (String table : List.of("referral_held_item", "referral_document")) {
            assertThrows(
                    java.sql.SQLException.class,
                    () -> Database.update(
                            bank.id(),
                            null,
                            "delete from " + table
                                    + " where version_id = (select id from referral_version where referral_id = ?)",
                            referral));
        }
    }

    @Test
    void noTextOfItTellsWhoIsProtected() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank()).filled("7000100004");
        Map<String, Object> child = ReferralSteps.subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Siti Aminah Lestari");
        Map<String, Object> document = document("KYC Aminah");
        document.put("issuer", "Lestari school");
        document.put("holder", "sitiaminahlestari");
        document.put("goaml_reference", "ATT-SITI");
        String[] ofTheDocument = {
            "document_references[0].number",
            "document_references[0].issuer",
            "document_references[0].holder",
            "document_references[0].goaml_reference"
        };
        draft.done(name(draft, document), 200)
                .done(list(draft, item(null, "Chats of Aminah")), 200)
                .subject(child);
        as(draft.investigator())
                .post(draft.path() + "/handovers")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        contains(Stream.concat(Stream.of(ofTheDocument), Stream.of("held_items[0].description"))
                                .toArray()))
                .body("violations.code[0]", equalTo("tells_protected_subject"));
        name(draft, document).then().statusCode(400).body("violations.field", contains((Object[]) ofTheDocument));
        list(draft, item(null, "Chats of Aminah"))
                .then()
                .statusCode(400)
                .body("violations.field", contains("held_items[0].description"))
                .body("violations.code", contains("tells_protected_subject"));
    }

    @Test
    void whoIsProtectedLaterIsMaskedInWhatWasListedBefore() {
        ReferralSteps draft = ReferralSteps.draft(Institutions.bank())
                .filled("7000100005")
                .subject(ReferralSteps.subject("WITNESS", "ADULT", "Dewi Kartika Sari"));
        draft.done(list(draft, item(null, "Chats of Kartika")), 200)
                .done(name(draft, document("KYC-Kartika")), 200)
                .submit()
                .newVersion();
        String subject = draft.read().path("version.subjects[1].id");
        draft.done(
                draft.edit()
                        .body(ReferralSteps.subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Dewi Kartika Sari"))
                        .put(draft.path() + "/subjects/" + subject),
                200);
        as(draft.investigator())
                .get(draft.path() + "/versions/1")
                .then()
                .statusCode(200)
                .body("held_items[0].description", matchesPattern("Chats of S(-\\w{4}){3}"))
                .body("document_references[0].number", matchesPattern("KYC-S(-\\w{4}){3}"))
                .body("held_items[0].reference", not(nullValue()));
    }
}
