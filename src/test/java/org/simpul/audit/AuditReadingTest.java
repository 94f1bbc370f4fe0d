package org.simpul.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Who reads which acts, and by which filter. */
@QuarkusTest
class AuditReadingTest extends HubTest {
    private static final String ALL = "/api/v1/audit-entries";
    private static final String OWN_PEOPLE = ALL + "/own-people";
    private static final String OWN_OBJECTS = ALL + "/own-objects";

    @Inject
    AuditReader reader;

    private final Institution bank = Institutions.bank();
    private final Institution agency = Institutions.agency();
    private final Institution fiu = Institutions.fiu();
    private final Person auditor =
            Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
    private final Person overseer = bank.person(Role.PARTICIPANT_OVERSEER);
    private final UUID object = UUID.randomUUID();
    private UUID investigator;
    private UUID officer;
    private UUID analyst;

    @BeforeEach
    void signIn() {
        investigator = Drafts.id(bank.person(Role.INVESTIGATOR));
        officer = Drafts.id(agency.person(Role.LE_OFFICER));
        analyst = Drafts.id(fiu.person(Role.FIU_ANALYST));
    }

    private static ValidatableResponse read(Person person, String path, Object... filter) {
        var request = as(person);
        for (int i = 0; i < filter.length; i += 2) {
            request.queryParam(filter[i].toString(), filter[i + 1].toString());
        }
        return request.get(path).then();
    }

    @Test
    void theAuditorFindsActsByEachFilter() {
        UUID other = Drafts.id(agency.person(Role.LE_OFFICER));
        new Entries(agency, officer).act("a.person").write(1);
        new Entries(agency, other).act("an.object").on("CASE", object, null).write(1);
        new Entries(agency, other)
                .act("a.purpose")
                .under("ASSET_RECOVERY", null)
                .write(1);
        String matter = "LP-" + UUID.randomUUID();
        new Entries(agency, other).act("a.matter").under(null, matter).write(1);
        as(agency.person(Role.LE_OFFICER)).get("/api/v1/referrals").then().statusCode(403);

        read(auditor, ALL, "person_id", officer, "act", "a.person").body("items.act", contains("a.person"));
        read(auditor, ALL, "object_id", object).body("items.act", contains("an.object"));
        read(auditor, ALL, "participant_id", agency.id(), "purpose", "ASSET_RECOVERY")
                .body("items.act", contains("a.purpose"));
        read(auditor, ALL, "case_reference", matter).body("items.act", contains("a.matter"));
        read(auditor, ALL, "participant_id", agency.id(), "outcome", "DENIED")
                .body("items.act", contains("listReferrals"));
        // a person of another institution did nothing there
        read(auditor, ALL, "person_id", officer, "participant_id", bank.id()).body("items", empty());
    }

    @Test
    void aTimeIsReadFromItsFirstInstantToBeforeItsEnd() {
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(40, ChronoUnit.DAYS);
        Entries entries = new Entries(bank, investigator);
        List<UUID> ids = List.of(
                entries.writeAt(noon),
                entries.writeAt(noon.plusMillis(1)),
                entries.writeAt(noon.plus(2, ChronoUnit.HOURS)));
        for (Map.Entry<Person, String> who :
                Map.of(auditor, ALL, overseer, OWN_PEOPLE).entrySet()) {
            read(
                            who.getKey(),
                            who.getValue(),
                            "person_id",
                            investigator,
                            "from",
                            noon.plusMillis(1),
                            "to",
                            noon.plus(2, ChronoUnit.HOURS))
                    .body("items.id", contains(ids.get(1).toString()));
            read(
                            who.getKey(),
                            who.getValue(),
                            "person_id",
                            investigator,
                            "from",
                            noon,
                            "to",
                            noon.plus(3, ChronoUnit.HOURS))
                    .body(
                            "items.id",
                            contains(
                                    ids.get(2).toString(),
                                    ids.get(1).toString(),
                                    ids.get(0).toString()));
        }
        read(auditor, ALL, "from", noon, "to", noon)
                .statusCode(400)
                .body("violations.field", contains("to"))
                .body("violations.code", contains("ends_before_it_begins"));
        read(auditor, ALL, "from", "yesterday")
                .statusCode(400)
                .body("violations.field", contains("from"))
                .body("violations.code", contains("wrong_type"));
    }

    @Test
    void anOverseerReadsTheActsOfItsOwnPeopleAlone() {
        new Entries(bank, investigator)
                .on("REFERRAL", object, bank.id())
                .act("referral.drafted")
                .write(1);
        new Entries(fiu, analyst)
                .on("REFERRAL", object, bank.id())
                .act("referral.read")
                .write(3);
        new Entries(agency, officer)
                .on("REFERRAL", object, bank.id())
                .act("referral.read")
                .write(3);
        new Entries(bank, null)
                .on("REFERRAL", object, bank.id())
                .act("referral.purged")
                .write(1);
        new Entries(bank, investigator)
                .on("REFERRAL", object, null)
                .act("subject.self-searched")
                .write(1);

        read(overseer, OWN_PEOPLE, "object_id", object)
                .statusCode(200)
                .body("items.act", contains("referral.drafted"))
                .body("items[0].participant", equalTo(bank.alias()))
                .body("items[0].client", equalTo("test"))
                .body("next_page_token", nullValue());
        read(overseer, OWN_PEOPLE, "person_id", analyst).body("items", empty());
        read(bank.person(Role.PARTICIPANT_OVERSEER), OWN_PEOPLE, "act", "referral.read")
                .body("items", empty());
        read(Institutions.bank().person(Role.PARTICIPANT_OVERSEER), OWN_PEOPLE, "object_id", object)
                .body("items", empty());
    }

    @Test
    void anOverseerWalksThroughPages() {
        new Entries(bank, investigator).act("page.one").write(3);
        new Entries(fiu, analyst).act("page.one").write(3);
        Set<String> seen = new TreeSet<>();
        String token = null;
        for (int page = 0; page < 3; page++) {
            ValidatableResponse answer = token == null
                    ? read(overseer, OWN_PEOPLE, "act", "page.one", "page_size", 1)
                    : read(overseer, OWN_PEOPLE, "act", "page.one", "page_size", 1, "page_token", token);
            seen.addAll(answer.extract().path("items.id"));
            token = answer.extract().path("next_page_token");
        }
        assertEquals(3, seen.size());
        assertEquals(null, token);
    }

    @Test
    void anAuthorityReadsWhoActedOnWhatItOwns() {
        UUID dissemination = UUID.randomUUID();
        new Entries(agency, officer)
                .on("DISSEMINATION_VERSION", dissemination, fiu.id())
                .act("dissemination.read")
                .under("LOCATE_AND_PROTECT", "LP-1")
                .write(1);
        new Entries(agency, null)
                .on("DISSEMINATION_VERSION", dissemination, fiu.id())
                .write(1);
        read(fiu.person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "object_id", dissemination)
                .statusCode(200)
                .body("items.act", contains("dissemination.read"))
                .body("items[0].participant", equalTo(agency.alias()))
                .body("items[0].person_id", equalTo(officer.toString()))
                .body("items[0].purpose", equalTo("LOCATE_AND_PROTECT"))
                .body("items[0].case_reference", nullValue())
                .body("items[0].client", nullValue())
                .body("items[0].request_id", nullValue());
        // the agency owns none of it
        read(agency.person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "object_id", dissemination)
                .statusCode(200)
                .body("items", empty());

        new Entries(fiu, analyst).on("RFI", object, agency.id()).act("rfi.read").write(1);
        read(agency.person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "participant_id", fiu.id())
                .body("items.act", contains("rfi.read"));
        read(Institutions.agency().person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "object_id", object)
                .body("items", empty());
    }

    /** What is thought about an institution bears its name as the owner, and is not for it; nor is what others still write. */
    @Test
    void anAuthorityDoesNotReadWhatOthersDoAboutIt() {
        for (String kind : List.of(
                "ANOMALY",
                "ACCESS_REPORT",
                "PARTICIPANT",
                "PARTICIPANT_CHANGE",
                "INTEREST",
                "INTEREST_MEETING",
                "POINTER_SEARCH",
                "RFI_THREAD",
                "HOLD",
                "UNMASKING",
                "CONSENT",
                "IDENTIFIER_CORRECTION")) {
            new Entries(fiu, analyst)
                    .on(kind, UUID.randomUUID(), agency.id())
                    .act("about.agency")
                    .write(1);
        }
        new Entries(fiu, analyst)
                .on("LEAD", object, agency.id())
                .act("about.agency")
                .write(1);
        read(agency.person(Role.PARTICIPANT_OVERSEER), OWN_OBJECTS, "act", "about.agency")
                .body("items.object_kind", contains("LEAD"));
    }

    @Test
    void othersDoNotReadIt() {
        Person institutions = Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTICIPANT_OVERSEER);
        read(overseer, ALL).statusCode(403);
        read(overseer, OWN_OBJECTS).statusCode(403);
        read(institutions, OWN_PEOPLE).statusCode(200);
        read(institutions, OWN_OBJECTS).statusCode(403);
        read(auditor, OWN_PEOPLE).statusCode(403);
        read(bank.person(Role.PARTICIPANT_ADMIN), OWN_PEOPLE).statusCode(403);
        read(bank.person(Role.COMPLIANCE_OFFICER), OWN_PEOPLE).statusCode(403);
        read(fiu.person(Role.FIU_SUPERVISOR), OWN_OBJECTS).statusCode(403);
    }

    @Test
    void readingIsRecordedOrDoesNotHappen() throws SQLException {
        String request = read(overseer, OWN_PEOPLE).statusCode(200).extract().header("Request-Id");
        assertEquals(
                List.of("audit.own-read"),
                Database.queryAsSuperuser("select act from audit_entry where request_id = ?", request));
        Person authority = agency.person(Role.PARTICIPANT_OVERSEER);
        request = read(authority, OWN_OBJECTS).statusCode(200).extract().header("Request-Id");
        assertEquals(
                List.of("audit.objects-read"),
                Database.queryAsSuperuser("select act from audit_entry where request_id = ?", request));
        try (var database = PostgresResource.superuser();
                var statement = database.createStatement()) {
            statement.execute("revoke insert on audit_entry from simpul_app");
            try {
                read(overseer, OWN_PEOPLE).statusCode(503);
                read(authority, OWN_OBJECTS).statusCode(503);
            } finally {
                statement.execute("grant insert on audit_entry to simpul_app");
            }
        }
    }

    @Test
    void theDatabaseShowsAnOverseerNoMore() throws SQLException {
        new Entries(bank, investigator).on("REFERRAL", object, bank.id()).write(1);
        new Entries(bank, null).on("REFERRAL", object, bank.id()).write(1);
        new Entries(fiu, analyst).on("REFERRAL", object, bank.id()).write(1);
        new Entries(fiu, analyst).on("RFI", object, agency.id()).write(1);
        new Entries(fiu, analyst).on("RFI", object, bank.id()).write(1);
        new Entries(fiu, analyst).on("ANOMALY", object, agency.id()).write(1);
        assertEquals(List.of(investigator), seenBy(bank, "simpul_overseer_people"));
        assertEquals(List.of(), seenBy(bank, "simpul_overseer_objects"));
        assertEquals(List.of(analyst), seenBy(agency, "simpul_overseer_objects"));
        assertEquals(List.of(), seenBy(agency, "simpul_overseer_people"));
        assertEquals(List.of(), seenBy(Institutions.foreignFiu(), "simpul_overseer_objects"));
        for (String column : List.of("payload", "nonce", "detail_key")) {
            for (String role : List.of("simpul_overseer_people", "simpul_overseer_objects")) {
                assertThrows(
                        SQLException.class,
                        () -> Database.queryAfter(
                                bank.id(),
                                investigator,
                                "set local role " + role,
                                "select " + column + " from audit_entry"));
            }
        }
    }

    private List<Object> seenBy(Institution institution, String role) throws SQLException {
        return Database.queryAfter(
                institution.id(),
                null,
                "set local role " + role,
                "select person_id from audit_entry where object_id = ?",
                object);
    }

    @Test
    void bothWallsKnowTheSameKinds() {
        String policy = Database.queryAsSuperuser(
                        "select qual from pg_policies where tablename = 'audit_entry' and policyname = 'own_objects'")
                .get(0)
                .toString();
        Set<String> kinds = new TreeSet<>();
        Pattern.compile("'([A-Z_]+)'::text")
                .matcher(policy.substring(0, policy.indexOf("community")))
                .results()
                .forEach(kind -> kinds.add(kind.group(1)));
        assertEquals(new TreeSet<>(AuditReader.SHOWN_TO_OWNERS), kinds);
    }

    /** An institution that is suspended meanwhile: nothing more is seen, and that is no end of a file. */
    @Test
    @ActivateRequestContext
    void whoHasNotEnteredReadsNothingAndIsTold() {
        Caller caller = Caller.system("test", bank.id(), bank.alias(), ParticipantKind.REPORTING_ENTITY);
        AuditFilter filter = new AuditFilter(null, null, null, null, null, null, null);
        for (AuditScope scope : AuditScope.values()) {
            Problem problem = assertThrows(Problem.class, () -> QuarkusTransaction.requiringNew()
                    .call(() -> reader.read(
                            caller, scope, filter, PageRequest.of(null, null).before(), 0, 1)));
            assertEquals(ProblemType.NOT_FOUND, problem.type());
        }
    }

    @Test
    void aRoleUnderAnotherKindIsStillItsOwnPeopleAlone() {
        new Entries(agency, officer).act("of.agency").write(1);
        read(agency.person(Role.PARTICIPANT_OVERSEER), OWN_PEOPLE, "act", "of.agency")
                .body("items.person_id", hasItem(officer.toString()));
        read(overseer, OWN_PEOPLE, "act", "of.agency").body("items.person_id", not(hasItem(officer.toString())));
    }
}
