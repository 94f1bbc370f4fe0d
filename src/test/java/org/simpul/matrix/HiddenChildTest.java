package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** A child is told in no answer to anybody, whatever is read: only in that of an unmasking that was agreed to. */
@QuarkusTest
class HiddenChildTest extends HubTest {
    private static final String NAME = "Wijayakusuma";
    private static final String NUMBER = "3500778899112";
    private static final String DETAILS = "readUnmaskedSubject";

    @Inject
    OutboxDispatcher outbox;

    private final Map<String, Supplier<Map<String, String>>> readers = new LinkedHashMap<>();
    private final Set<Object> ids = new TreeSet<>();

    @Test
    void noReadTellsAChild() {
        plant();
        Set<String> telling = new TreeSet<>();
        Set<String> answered = new TreeSet<>();
        Set<String> unmasked = new TreeSet<>();
        for (Operation operation : reads()) {
            for (Map.Entry<String, Supplier<Map<String, String>>> reader : readers.entrySet()) {
                for (String path : paths(operation)) {
                    Wire.Reply answer = Wire.send("GET", path, reader.getValue().get(), null);
                    if (answer.status() == 200) {
                        answered.add(operation.id());
                    }
                    if (answer.body().contains(NAME) || answer.body().contains(NUMBER)) {
                        (operation.id().equals(DETAILS) ? unmasked : telling)
                                .add(operation.id() + " to " + reader.getKey());
                    }
                }
            }
        }
        assertEquals(Set.of(), telling);
        // the control: the one who asked, and nobody else, reads it
        assertEquals(Set.of(DETAILS + " to officer"), unmasked);
        for (String read : List.of(
                "getReferral",
                "getReferralVersion",
                "listReferralTransactions",
                "readIntake",
                "listIntakeTransactions",
                "listIntakeLinks",
                "listPossibleSameChildren",
                "readCase",
                "readDissemination",
                "readUnmasking",
                "listAuditEntries")) {
            assertTrue(answered.contains(read), read + " was never answered");
        }
    }

    private void plant() {
        Institution bank = Institutions.bank();
        ReferralSteps referral = ReferralSteps.draft(bank)
                .filled("3500000001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account(NUMBER)))
                .transactions(
                        transaction(account(NUMBER), account("3500000001"), "TRF_" + NAME),
                        transaction(account("3500000001"), account(NUMBER), "untuk " + NAME))
                .submit();
        // another bank knows her too
        ReferralSteps again = ReferralSteps.draft(Institutions.bank())
                .filled("3500000001")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", NAME, account(NUMBER)))
                .submit();
        outbox.drain();
        Desk desk = new Desk();
        UUID intake = desk.accepted((UUID) Drafts.value("select id from intake where referral_id = ?", referral.id()));
        String file = desk.caseOf(intake);
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        Person superior = agency.person(Role.LE_SUPERVISOR);
        Drafts.id(officer);
        String matter = Desk.matter(agency);
        String dissemination = desk.disseminated(form(file, referral, agency, officer));
        String reference = Desk.under(matter, officer)
                .get("/api/v1/disseminations/" + dissemination)
                .path("content.subjects[0].reference");
        String unmasking = Desk.under(matter, officer)
                .body(Map.of(
                        "object",
                        Map.of("kind", "DISSEMINATION", "id", dissemination, "subject", reference),
                        "purpose",
                        "LOCATE_AND_PROTECT",
                        "reason",
                        "We visit the family tonight."))
                .post("/api/v1/unmaskings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Desk.under(matter, superior)
                .body(Map.of("decision", "APPROVE"))
                .post("/api/v1/unmaskings/" + unmasking + "/decisions")
                .then()
                .statusCode(200);
        for (Object id : List.of(referral.id(), again.id(), intake, file, dissemination, unmasking)) {
            ids.add(id.toString());
        }
        read("investigator", referral.investigator(), Map.of());
        read("compliance-officer", referral.officer(), Map.of());
        read("another bank", again.officer(), Map.of());
        Map<String, String> purpose = Map.of("Purpose", "LOCATE_AND_PROTECT");
        read("analyst", desk.analyst, purpose);
        read("supervisor", Institutions.fiu().person(Role.FIU_SUPERVISOR), purpose);
        Map<String, String> atWork = Map.of("Purpose", "LOCATE_AND_PROTECT", "Case-Reference", matter);
        read("officer", officer, atWork);
        read("superior", superior, atWork);
        Person auditor = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
        read("auditor", auditor, Map.of("Purpose", "AUDIT"));
        read("operator", Institutions.admit(ParticipantKind.OPERATOR).person(Role.PLATFORM_OPERATOR), Map.of());
    }

    private void read(String name, Person reader, Map<String, String> more) {
        readers.put(name, () -> {
            Map<String, String> headers = new HashMap<>(more);
            headers.put("Accept", "application/json, */*;q=0.5");
            headers.put("Authorization", "Bearer " + Tokens.of(reader));
            return headers;
        });
    }

    private static Map<String, Object> form(String file, ReferralSteps referral, Institution agency, Person officer) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "case_id",
                file,
                "product",
                "HA",
                "letter_number",
                "HA/12/2026",
                "letter_date",
                "2026-03-02",
                "title",
                "A child to find",
                "narrative",
                "Small sums from many senders.",
                "predicate_offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "legal_basis",
                "UU_8_2010_ART_44",
                "purpose",
                "LOCATE_AND_PROTECT",
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED")));
        String ofReferral = " r join referral_version v on v.id = r.version_id where v.referral_id = ?";
        form.put(
                "rows",
                Map.of(
                        "subjects",
                        Database.queryAsSuperuser(
                                "select r.id from referral_subject" + ofReferral + " and r.is_protected",
                                referral.id()),
                        "transactions",
                        Database.queryAsSuperuser(
                                "select r.id from referral_transaction" + ofReferral, referral.id())));
        form.put("recipients", List.of(agency.alias()));
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        return form;
    }

    /** Each GET of the API but those that never end. */
    private static List<Operation> reads() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        return Operation.ofTheApi().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation ->
                        !String.valueOf(paths.get(operation.path()).get("get")).contains("text/event-stream"))
                .toList();
    }

    /** With each object in the place of the first id; what hangs below it is the first of its kind. */
    private List<String> paths(Operation operation) {
        if (!operation.namesAnObject()) {
            return List.of(operation.path());
        }
        List<String> filled = new ArrayList<>();
        ids.forEach(id -> filled.add(Target.of(id)
                .in(operation.path())
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())));
        return filled;
    }
}
