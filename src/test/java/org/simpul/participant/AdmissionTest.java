package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.participant.federation.Fingerprints;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.ProviderHost;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** An institution comes in by the operator's application, a sign-in that works, and second persons. */
@QuarkusTest
class AdmissionTest extends HubTest {
    private static final String PARTICIPANTS = "/api/v1/participants";

    private final Institution running = Institutions.admit(ParticipantKind.OPERATOR);
    private final Person operator = running.person(Role.PLATFORM_OPERATOR);
    private final Person fiu = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    private final Institution oversight = Institutions.admit(ParticipantKind.SUPERVISOR);
    private final Person overseer = oversight.person(Role.OVERSIGHT_AUDITOR);

    private ProviderHost provider;
    private String alias;
    private String role;

    @BeforeEach
    void startProvider() {
        provider = new ProviderHost();
        alias = "new-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    private Map<String, Object> institution(ParticipantKind kind, String role, String metadataUrl) {
        this.role = role;
        Map<String, Object> institution = new HashMap<>();
        institution.put("name", "Institution " + alias);
        institution.put("kind", kind.name());
        institution.put("jurisdiction", "ID");
        institution.put("agreement", Map.of("reference", "PKS/12/2026", "date", "2026-03-02"));
        institution.put("roles", List.of(role));
        institution.put("identity_provider", openId(metadataUrl));
        return institution;
    }

    private static Map<String, Object> openId(String metadataUrl) {
        Map<String, Object> provider = new HashMap<>();
        provider.put("protocol", "OIDC");
        provider.put("metadata_url", metadataUrl);
        provider.put("client_id", "simpul");
        provider.put("roles_claim", "simpul_roles");
        return provider;
    }

    private Map<String, Object> bank() {
        return institution(ParticipantKind.REPORTING_ENTITY, "investigator", provider.openId("/" + alias));
    }

    /** An application and its admission that waits. */
    private record Applied(String path, String change) {}

    private Applied apply(Map<String, Object> institution) {
        String id = as(operator)
                .body(Map.of("alias", alias, "institution", institution))
                .post(PARTICIPANTS)
                .then()
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .extract()
                .path("id");
        String path = PARTICIPANTS + "/" + id;
        String change = as(operator)
                .get(path + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return new Applied(path, path + "/changes/" + change);
    }

    private Applied ready(Map<String, Object> institution) {
        Applied applied = apply(institution);
        as(operator).post(applied.change() + "/checks").then().statusCode(200);
        trySignIn();
        return applied;
    }

    private Person applicant() {
        return new Person("someone", "someone", alias, List.of(role));
    }

    /** Once Keycloak has the provider, which no Keycloak says here. */
    private void trySignIn() {
        Database.updateAsSuperuser("update participant set provisioned_revision = revision where alias = ?", alias);
        signIn(System.currentTimeMillis() / 1000);
    }

    /** @param at seconds since 1970 */
    private void signIn(long at) {
        given().auth()
                .oauth2(Tokens.builder(applicant(), Tokens.LIFE)
                        .claim("auth_time", at)
                        .sign())
                .get("/api/v1/me")
                .then()
                .statusCode(403);
    }

    private static String digest(Person reader, Applied applied) {
        return as(reader).get(applied.change()).then().statusCode(200).extract().path("digest");
    }

    private static ValidatableResponse approve(Person approver, Applied applied) {
        return as(approver)
                .body(Map.of("decision", "APPROVE", "digest", digest(approver, applied)))
                .post(applied.change() + "/decisions")
                .then();
    }

    private static void requireStatus(Person reader, Applied applied, String status) {
        as(reader).get(applied.path()).then().statusCode(200).body("status", equalTo(status));
    }

    @Test
    void aBankIsAdmittedAfterACheckATestSignInAndASecondPerson() {
        Applied bank = apply(bank());
        approve(fiu, bank).statusCode(422).body("violations.code", containsInAnyOrder("not_checked", "not_tried"));
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(200)
                .body("findings", empty())
                .body("identity_provider.name", equalTo(provider.at("/" + alias)))
                .body("identity_provider.addresses", hasItem(provider.at("/" + alias + "/keys")))
                .body("identity_provider.metadata_sha256", notNullValue())
                .body("approvals_needed", contains("FIU or SUPERVISOR"));
        approve(fiu, bank).statusCode(422).body("violations.code", contains("not_tried"));
        trySignIn();
        as(operator)
                .get(bank.path())
                .then()
                .body("test_sign_in_at", notNullValue())
                .body("test_roles", contains("investigator"))
                .body("provisioned", equalTo(true));
        approve(fiu, bank).statusCode(200).body("status", equalTo("IN_FORCE"));
        as(applicant()).get("/api/v1/me").then().statusCode(200).body("participant.alias", equalTo(alias));
        UUID id = UUID.fromString(bank.path().substring(PARTICIPANTS.length() + 1));
        assertEquals(
                List.of(
                        "participant.admitted",
                        "participant.applied",
                        "participant.change-approved",
                        "participant.change-listed",
                        "participant.change-read",
                        "participant.checked",
                        "participant.read"),
                Database.queryAsSuperuser(
                        """
                        select distinct act from audit_entry
                        where object_owner = ? and outcome = 'ALLOWED' and object_kind like 'PARTICIPANT%' order by act
                        """,
                        id));
    }

    @Test
    void nobodyButTheOperatorAppliesAndNobodyOfTheOperatorApproves() {
        Applied bank = ready(bank());
        for (Person other : List.of(fiu, overseer, Institutions.bank().person(Role.COMPLIANCE_OFFICER))) {
            as(other)
                    .body(Map.of("alias", alias, "institution", bank()))
                    .post(PARTICIPANTS)
                    .then()
                    .statusCode(403);
        }
        approve(operator, bank).statusCode(403);
        as(Institutions.fiu().person(Role.FIU_ANALYST)).get(bank.path()).then().statusCode(403);
        requireStatus(operator, bank, "APPLIED");
    }

    @Test
    void anAgencyTakesTheFiuAndTheOverseer() {
        Applied agency =
                ready(institution(ParticipantKind.LAW_ENFORCEMENT, "le-officer", provider.openId("/" + alias)));
        approve(fiu, agency).statusCode(200).body("status", equalTo("PROPOSED")).body("approved_by", contains("FIU"));
        approve(Institutions.fiu().person(Role.FIU_SUPERVISOR), agency)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"));
        requireStatus(operator, agency, "APPLIED");
        approve(overseer, agency).statusCode(200).body("status", equalTo("IN_FORCE"));
        requireStatus(operator, agency, "ADMITTED");
    }

    @Test
    void twoWhoApproveAtOncePutItInForce() throws Exception {
        Applied agency =
                ready(institution(ParticipantKind.LAW_ENFORCEMENT, "le-officer", provider.openId("/" + alias)));
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Response> one =
                    pool.submit(() -> approve(fiu, agency).extract().response());
            Future<Response> other =
                    pool.submit(() -> approve(overseer, agency).extract().response());
            assertEquals(
                    List.of(200, 200),
                    List.of(one.get().statusCode(), other.get().statusCode()));
        } finally {
            pool.shutdown();
        }
        requireStatus(operator, agency, "ADMITTED");
    }

    @Test
    void anApprovalIsOfWhatWasReadAndAnEditStartsAnew() {
        Applied bank = ready(bank());
        String read = digest(fiu, bank);
        String tag = as(operator).get(bank.change()).header("ETag");
        Map<String, Object> edited = bank();
        edited.put("roles", List.of("investigator", "compliance-officer"));
        as(operator)
                .header("If-Match", tag)
                .body(edited)
                .put(bank.change())
                .then()
                .statusCode(200)
                .body("checked_at", nullValue());
        as(operator)
                .header("If-Match", tag)
                .body(edited)
                .put(bank.change())
                .then()
                .statusCode(412);
        as(fiu).body(Map.of("decision", "APPROVE", "digest", read))
                .post(bank.change() + "/decisions")
                .then()
                .statusCode(409)
                .body("violations.code", contains("content_changed"));
        approve(fiu, bank).statusCode(422).body("violations.code", hasItem("not_checked"));
        as(operator).post(bank.change() + "/checks").then().statusCode(200);
        approve(fiu, bank).statusCode(422).body("violations.code", contains("not_tried"));
    }

    @Test
    void aDeclinedAdmissionIsOverAndCanBeProposedAgain() {
        Applied bank = ready(bank());
        as(fiu).body(Map.of("decision", "DECLINE", "digest", digest(fiu, bank)))
                .post(bank.change() + "/decisions")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
        as(fiu).body(Map.of("decision", "DECLINE", "digest", digest(fiu, bank), "reason", "No agreement is on file."))
                .post(bank.change() + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"));
        approve(fiu, bank).statusCode(409);
        as(operator).post(bank.change() + "/checks").then().statusCode(409);
        as(operator)
                .body(Map.of("change", "ADMISSION", "institution", bank()))
                .post(bank.path() + "/changes")
                .then()
                .statusCode(201);
        as(operator)
                .body(Map.of("change", "ADMISSION", "institution", bank()))
                .post(bank.path() + "/changes")
                .then()
                .statusCode(409)
                .body("violations.code", contains("change_is_open"));
    }

    @Test
    void aliasesAndNamesAreTakenOnce() {
        Applied bank = apply(bank());
        as(operator)
                .body(Map.of("alias", alias, "institution", bank()))
                .post(PARTICIPANTS)
                .then()
                .statusCode(409)
                .body("violations.code", contains("taken_by_a_member"));
        requireStatus(operator, bank, "APPLIED");
        Map<String, Object> wrong = bank();
        wrong.put("roles", List.of("fiu-supervisor"));
        as(operator)
                .body(Map.of("alias", alias + "-x", "institution", wrong))
                .post(PARTICIPANTS)
                .then()
                .statusCode(400)
                .body("violations.code", contains("role_of_another_kind"));
    }

    @Test
    void aSuspensionWorksOnTheNextRequestAndItsEndTakesASecondPerson() {
        Applied bank = ready(bank());
        approve(overseer, bank).statusCode(200);
        as(applicant()).get("/api/v1/me").then().statusCode(200);
        as(operator)
                .body(Map.of("reason", "Its identity provider was broken into."))
                .post(bank.path() + "/suspensions")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"));
        as(applicant())
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/participant-not-active"));
        as(operator)
                .body(Map.of("change", "REINSTATEMENT", "institution", bank()))
                .post(bank.path() + "/changes")
                .then()
                .statusCode(201);
        String change =
                as(operator).get(bank.path() + "/changes").then().extract().path("items[0].id");
        Applied back = new Applied(bank.path(), bank.path() + "/changes/" + change);
        approve(fiu, back).statusCode(422);
        as(operator).post(back.change() + "/checks").then().statusCode(200);
        as(applicant()).get("/api/v1/me").then().statusCode(403);
        approve(fiu, back).statusCode(200);
        as(applicant()).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void whoHasLeftIsOutForGoodAndTheOperatorItselfStays() {
        Applied bank = ready(bank());
        approve(fiu, bank).statusCode(200);
        for (Person member : List.of(fiu, overseer, applicant())) {
            String id = as(member).get("/api/v1/me").then().extract().path("participant.id");
            as(operator)
                    .body(Map.of("reason", "A mistake."))
                    .post(PARTICIPANTS + "/" + id + "/departures")
                    .then()
                    .statusCode(409);
        }
        for (String step : List.of("/suspensions", "/departures")) {
            as(operator)
                    .body(Map.of("reason", "Merged."))
                    .post(bank.path() + step)
                    .then()
                    .statusCode(200);
        }
        requireStatus(operator, bank, "LEFT");
        as(applicant()).get("/api/v1/me").then().statusCode(403);
        for (String step : List.of("/suspensions", "/departures")) {
            as(operator)
                    .body(Map.of("reason", "Again."))
                    .post(bank.path() + step)
                    .then()
                    .statusCode(409);
        }
        as(operator)
                .body(Map.of("change", "REINSTATEMENT", "institution", bank()))
                .post(bank.path() + "/changes")
                .then()
                .statusCode(409);
        String itself = as(operator).get("/api/v1/me").then().extract().path("participant.id");
        as(operator)
                .body(Map.of("reason", "A mistake."))
                .post(PARTICIPANTS + "/" + itself + "/suspensions")
                .then()
                .statusCode(409);
    }

    private Applied amendment(Institution member, Map<String, Object> institution) {
        String path = PARTICIPANTS + "/" + member.id();
        String change = as(operator)
                .body(Map.of("change", "AMENDMENT", "institution", institution))
                .post(path + "/changes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Applied amendment = new Applied(path, path + "/changes/" + change);
        as(operator).post(amendment.change() + "/checks").then().statusCode(200);
        return amendment;
    }

    /** Else the FIU could make an overseer of its own, and be alone with it. */
    @Test
    void whoBecomesOrWasAnApproverTakesTheFiuAndTheOverseer() {
        Applied own = amendment(
                oversight, institution(ParticipantKind.SUPERVISOR, "oversight-auditor", provider.openId("/" + alias)));
        approve(fiu, own).statusCode(200).body("status", equalTo("PROPOSED"));
        approve(overseer, own).statusCode(200).body("status", equalTo("IN_FORCE"));

        alias = alias + "-2";
        Applied turned = amendment(
                Institutions.admit(ParticipantKind.SUPERVISOR),
                institution(ParticipantKind.LAW_ENFORCEMENT, "le-officer", provider.openId("/" + alias)));
        approve(fiu, turned)
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("approvals_needed", containsInAnyOrder("FIU", "SUPERVISOR"));
        approve(overseer, turned).statusCode(200).body("status", equalTo("IN_FORCE"));
    }

    @Test
    void aSupervisorWithoutAnAuditorIsNoOverseer() {
        Institution examiners = Institutions.admit(ParticipantKind.SUPERVISOR);
        Database.updateAsSuperuser(
                "update participant set allowed_roles = '{partner-analyst}' where id = ?", examiners.id());
        Applied bank = ready(bank());
        UUID change = UUID.fromString(bank.change().substring(bank.change().lastIndexOf('/') + 1));
        UUID person = Drafts.id(examiners.person(Role.PARTNER_ANALYST));
        Database.updateAsSuperuser(
                """
                insert into participant_approval (owner, object_id, object_owner, person_id, digest, decided_at)
                select ?, c.id, c.owner, ?, c.digest, now() from participant_change c where c.id = ?
                """,
                examiners.id(),
                person,
                change);
        assertEquals(List.of(false), Database.queryAsSuperuser("select simpul_is_approved(?)", change));
    }

    @Test
    void aTestSignInCountsOnlyThroughTheProviderThatIsProposed() {
        Applied bank = apply(bank());
        as(operator).post(bank.change() + "/checks").then().statusCode(200);
        long now = System.currentTimeMillis() / 1000;
        // before Keycloak has it, and by a sign-in of before
        signIn(now + 5);
        as(operator).get(bank.path()).then().body("test_sign_in_at", nullValue());
        Database.updateAsSuperuser("update participant set provisioned_revision = revision where alias = ?", alias);
        signIn(now - 60);
        as(operator).get(bank.path()).then().body("test_sign_in_at", nullValue());
        signIn(now + 5);
        as(operator).get(bank.path()).then().body("test_sign_in_at", notNullValue());
    }

    @Test
    void whatIsTriedNoLongerLeavesKeycloak() {
        String providers =
                "select count(*) from identity_provider i join participant p on p.id = i.owner where p.alias = ?";
        Applied bank = ready(bank());
        assertEquals(List.of(1L), Database.queryAsSuperuser(providers, alias));
        as(operator).post(bank.change() + "/withdrawals").then().statusCode(204);
        assertEquals(List.of(0L), Database.queryAsSuperuser(providers, alias));
        as(operator)
                .get(bank.path())
                .then()
                .body("test_sign_in_at", nullValue())
                .body("provisioned", equalTo(false));
        Database.updateAsSuperuser("update participant set provisioned_revision = revision where alias = ?", alias);
        as(operator).get(bank.path()).then().body("provisioned", equalTo(false));
    }

    @Test
    void whatOpensOrShutsAsksForASecondFactor() {
        Applied bank = ready(bank());
        String digest = digest(fiu, bank);
        given().auth()
                .oauth2(Tokens.ofOneFactor(fiu))
                .contentType("application/json")
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(bank.change() + "/decisions")
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/step-up-required"));
        for (String step : List.of("/suspensions", "/departures")) {
            given().auth()
                    .oauth2(Tokens.ofOneFactor(operator))
                    .contentType("application/json")
                    .body(Map.of("reason", "x"))
                    .post(bank.path() + step)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void whatACheckFindsIsToldKeptAndStopsTheAdmission() {
        provider.answers("/redirects", 302, provider.at("/" + alias));
        provider.answers("/xml", 200, "<html>Sign in</html>");
        provider.answers("/huge", 200, " ".repeat(1_048_577));
        provider.answers(
                "/other/.well-known/openid-configuration", 200, ProviderHost.discovery("https://evil.example"));
        Map<String, String> expected = Map.of(
                provider.at("/redirects"),
                "unreachable",
                provider.at("/nothing"),
                "unreachable",
                provider.at("/xml"),
                "metadata_unreadable",
                provider.at("/huge"),
                "metadata_too_large",
                provider.at("/other/.well-known/openid-configuration"),
                "issuer_differs",
                provider.at("127.0.0.1", "/xml"),
                "without_tls",
                "https://169.254.169.254/latest/meta-data",
                "private_address",
                "https://[::1]/x",
                "private_address");
        Applied bank = apply(bank());
        expected.forEach((url, code) -> {
            String tag = as(operator).get(bank.change()).header("ETag");
            as(operator)
                    .header("If-Match", tag)
                    .body(institution(ParticipantKind.REPORTING_ENTITY, "investigator", url))
                    .put(bank.change())
                    .then()
                    .statusCode(200);
            as(operator)
                    .post(bank.change() + "/checks")
                    .then()
                    .statusCode(422)
                    .body("violations.code", contains(code))
                    .body("violations[0].message", not(equalTo(code)));
            as(operator).get(bank.change()).then().body("findings", contains(code));
            approve(fiu, bank).statusCode(422).body("violations.code", hasItem("not_checked"));
        });
    }

    @Test
    void aProviderIsOneInstitutionsAlone() {
        String url = provider.openId("/" + alias);
        Applied first = ready(institution(ParticipantKind.REPORTING_ENTITY, "investigator", url));
        approve(fiu, first).statusCode(200);
        alias = alias + "-2";
        Applied second = apply(institution(ParticipantKind.REPORTING_ENTITY, "investigator", url));
        as(operator)
                .post(second.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("provider_of_another"));
    }

    @Test
    void aTestSignInWithARoleBeyondTheAllowListIsShownAndDoesNotCount() {
        Applied bank = apply(bank());
        as(operator).post(bank.change() + "/checks").then().statusCode(200);
        Database.updateAsSuperuser("update participant set provisioned_revision = revision where alias = ?", alias);
        Person wrong = new Person("wrong", "wrong", alias, List.of("fiu-analyst", "investigator"));
        given().auth()
                .oauth2(Tokens.builder(wrong, Tokens.LIFE)
                        .claim("auth_time", System.currentTimeMillis() / 1000)
                        .sign())
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/role-not-allowed"));
        as(operator)
                .get(bank.path())
                .then()
                .body("test_sign_in_at", nullValue())
                .body("test_roles", contains("fiu-analyst", "investigator"));
        trySignIn();
        as(operator).get(bank.path()).then().body("test_roles", contains("investigator"));
    }

    @Test
    void noRequestIsMadeToAPrivateAddress() {
        provider.openId("/" + alias);
        Applied bank = apply(institution(
                ParticipantKind.REPORTING_ENTITY,
                "investigator",
                provider.at("127.0.0.1", "/" + alias + "/.well-known/openid-configuration")
                        .replace("http:", "https:")));
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("private_address"));
        assertEquals(0, provider.requests());
    }

    @Test
    void metadataCanBeHandedIn() {
        Map<String, Object> institution = bank();
        institution.put("identity_provider", openId(null));
        Applied bank = apply(institution);
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("no_metadata"));
        String document = ProviderHost.discovery(provider.at("/" + alias));
        handIn(bank, document);
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("metadata_unsigned"));
        Map<String, Object> fingerprinted = openId(null);
        fingerprinted.put("fingerprint", Fingerprints.of(document));
        institution.put("identity_provider", fingerprinted);
        as(operator)
                .header("If-Match", as(operator).get(bank.change()).header("ETag"))
                .body(institution)
                .put(bank.change())
                .then()
                .statusCode(200);
        handIn(bank, document + " ");
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("fingerprint_differs"));
        handIn(bank, document);
        as(operator).post(bank.change() + "/checks").then().statusCode(200);
    }

    @Test
    void aSamlDescriptorIsHandedInAsXml() {
        Map<String, Object> saml = openId(null);
        saml.put("protocol", "SAML");
        saml.remove("client_id");
        Map<String, Object> institution = bank();
        institution.put("identity_provider", saml);
        Applied bank = apply(institution);
        as(operator)
                .contentType("application/xml")
                .header("If-Match", as(operator).get(bank.change()).header("ETag"))
                .body("<EntityDescriptor/>")
                .put(bank.change() + "/metadata")
                .then()
                .statusCode(200)
                .body("identity_provider.metadata_sha256", equalTo(Fingerprints.of("<EntityDescriptor/>")));
        as(operator)
                .post(bank.change() + "/checks")
                .then()
                .statusCode(422)
                .body("violations.code", contains("metadata_unsigned"));
    }

    private void handIn(Applied applied, String document) {
        as(operator)
                .header("If-Match", as(operator).get(applied.change()).header("ETag"))
                .body(document)
                .put(applied.change() + "/metadata")
                .then()
                .statusCode(200)
                .body("identity_provider.metadata_sha256", equalTo(Fingerprints.of(document)));
    }

    @Test
    void theDatabaseItselfAsksForTheApprovals() {
        Applied bank = ready(bank());
        UUID change = UUID.fromString(bank.change().substring(bank.change().lastIndexOf('/') + 1));
        requireRefused(running, "select simpul_decide(?)", change);
        requireRefused(Institutions.fiu(), "select simpul_decide(?)", change);
        requireRefused(running, "update participant_change set status = 'IN_FORCE' where id = ?", change);
        requireRefused(Institutions.fiu(), "select simpul_close(?, 'SUSPENDED')", running.id());
        String member =
                """
                insert into participant (id, alias, name, kind, jurisdiction, status, allowed_roles, created_at)
                values (?, 'evil', 'Evil', 'PARTNER', 'ID', '%s', '{}', now())
                """;
        requireRefused(running, member.formatted("ADMITTED"), UUID.randomUUID());
        requireRefused(Institutions.bank(), member.formatted("APPLIED"), UUID.randomUUID());
        requireStatus(operator, bank, "APPLIED");
    }

    private static void requireRefused(Institution caller, String sql, UUID value) {
        SQLException refusal = assertThrows(SQLException.class, () -> Database.update(caller.id(), null, sql, value));
        assertEquals("42501", refusal.getSQLState(), sql);
    }
}
