package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/** How often a use case asks the database does not hang on how much there is, as PostgreSQL itself counted. */
@QuarkusTest
class StatementsTest extends HubTest {
    private static final int FEW = 2;
    private static final int MANY = 7;

    @Inject
    OutboxDispatcher outbox;

    private Desk desk;

    @BeforeAll
    static void count() {
        Database.updateAsSuperuser("create extension if not exists pg_stat_statements");
    }

    /** Makes a world of a size, and gives the request that is counted in it. */
    private interface World {
        Supplier<Response> of(int size);
    }

    private void asksAsOften(int atMost, int status, World world) {
        desk = new Desk();
        Map<String, Long> few = selects(world.of(FEW), status);
        Map<String, Long> many = selects(world.of(MANY), status);
        assertFalse(few.isEmpty(), "nothing was counted");
        assertEquals(sum(few), sum(many), () -> "for " + FEW + ": " + few + "\nfor " + MANY + ": " + many);
        assertTrue(sum(many) <= atMost, () -> "too many: " + many);
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> selects(Supplier<Response> request, int status) {
        // what is asked once in the life of the hub, or of a person, is not counted
        Database.queryAsSuperuser("select pg_stat_statements_reset()::text");
        request.get().then().statusCode(status);
        return Database.queryAsSuperuser(
                        "select s.calls || ' ' || s.query from pg_stat_statements s join pg_roles r on r.oid = s.userid"
                                + " where r.rolname = 'simpul_app' and s.query ilike 'select%'"
                                // the driver's own, about types and columns: once for each connection
                                + " and s.query not like '%pg_catalog.%' order by s.query")
                .stream()
                .map(row -> row.toString().split(" ", 2))
                .collect(Collectors.toMap(row -> row[1], row -> Long.valueOf(row[0]), Long::sum, TreeMap::new));
    }

    @Test
    void listingAndReadingRequestsForInformation() {
        asksAsOften(12, 200, size -> {
            RfiSteps steps = new RfiSteps(outbox);
            Institution bank = steps.bank();
            IntStream.range(0, size).forEach(i -> steps.issued(steps.form()));
            Person officer = bank.person(Role.COMPLIANCE_OFFICER);
            return () -> as(officer).get(RfiSteps.THREADS);
        });
        asksAsOften(16, 200, size -> {
            RfiSteps steps = new RfiSteps(outbox);
            List<Institution> banks =
                    IntStream.range(0, size).mapToObj(i -> steps.bank()).toList();
            String rfi = steps.issued(steps.form());
            banks.forEach(bank -> RfiSteps.answered(bank, RfiSteps.thread(bank), RfiSteps.rows("ANSWERED")));
            return () -> by(desk.analyst).get(RfiSteps.RFIS + "/" + rfi + "/answers");
        });
    }

    @Test
    void listingReferrals() {
        asksAsOften(10, 200, size -> {
            Institution bank = Institutions.bank();
            IntStream.range(0, size).forEach(i -> ReferralSteps.draft(bank));
            Person reader = known(bank, Role.INVESTIGATOR);
            return () -> as(reader).get("/api/v1/referrals");
        });
    }

    @Test
    void readingADraft() {
        asksAsOften(20, 200, size -> {
            ReferralSteps referral = withRows(size);
            return () -> as(referral.investigator()).get(referral.path());
        });
    }

    @Test
    void handingOver() {
        asksAsOften(45, 200, size -> {
            ReferralSteps referral = withRows(size);
            return () -> as(referral.investigator()).post(referral.path() + "/handovers");
        });
    }

    @Test
    void approvingASubmission() {
        asksAsOften(50, 200, size -> {
            ReferralSteps referral = withRows(size).handOver();
            String digest = referral.digest();
            Person officer = referral.officer();
            as(officer).get("/api/v1/me");
            return () -> as(officer)
                    .body(Map.of("decision", "APPROVE", "digest", digest))
                    .post(referral.path() + "/decisions");
        });
    }

    @Test
    void openingTheNextVersion() {
        asksAsOften(40, 201, size -> {
            ReferralSteps referral = withRows(size).submit();
            return () -> as(referral.investigator()).post(referral.path() + "/versions");
        });
    }

    @Test
    void theMessagesOfAReferral() {
        asksAsOften(20, 200, size -> {
            ReferralSteps referral = withRows(FEW).submit();
            outbox.drain();
            for (int i = 0; i < size; i++) {
                as(referral.investigator())
                        .body(Map.of("text", "It is the branch in the market."))
                        .post(referral.path() + "/messages")
                        .then()
                        .statusCode(201);
            }
            return () -> as(referral.investigator()).get(referral.path() + "/messages");
        });
    }

    @Test
    void theDifferencesOfAVersion() {
        asksAsOften(45, 200, size -> {
            ReferralSteps referral = withRows(size).submit().newVersion();
            for (int i = 0; i < size; i++) {
                referral.subject(subject("MULE", "ADULT", "Surya Wirya " + i, account("71000000" + i)));
                referral.transactions(transaction(account("71000000" + i), account("99000000" + i), "sewa"));
            }
            return () -> as(referral.investigator()).get(referral.path() + "/versions/2/differences");
        });
    }

    @Test
    void theListOfNotifications() {
        asksAsOften(15, 200, size -> {
            Institution bank = Institutions.bank();
            for (int i = 0; i < size; i++) {
                ReferralSteps.draft(bank).filled("72000000" + i).handOver();
            }
            drainAll();
            Person officer = known(bank, Role.COMPLIANCE_OFFICER);
            return () -> as(officer).get("/api/v1/notifications");
        });
    }

    @Test
    void theErrorsOfAnImport() {
        asksAsOften(12, 200, size -> {
            ReferralSteps referral = ReferralSteps.draft(Institutions.bank());
            String imports = referral.path() + "/imports";
            String run = as(referral.investigator())
                    .body(Map.of())
                    .post(imports)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            String rows = "2026-01-05,much,IDR,7300000001,BANK_ACCOUNT,ID:014,7300000002,BANK_ACCOUNT,ID:014,,\n";
            as(referral.investigator())
                    .contentType("text/csv")
                    .body(
                            ("date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark\n"
                                            + rows.repeat(size))
                                    .getBytes(StandardCharsets.UTF_8))
                    .put(imports + "/" + run + "/content")
                    .then()
                    .statusCode(200)
                    .body("rows_failed", equalTo(size));
            return () -> as(referral.investigator()).get(imports + "/" + run + "/errors");
        });
    }

    @Test
    void theQueueOfIntakes() {
        desk = new Desk();
        IntStream.range(0, 14).forEach(i -> received(SubmittedReferral.anyPhone()));
        Person analyst = known(desk.fiu, Role.FIU_ANALYST);
        // what else the page holds is other tests'; one query for each row would be more than this
        long asked = sum(selects(() -> by(analyst).get("/api/v1/intakes?page_size=14"), 200));
        assertTrue(asked <= 12, asked + " queries");
    }

    @Test
    void readingAnIntake() {
        asksAsOften(20, 200, size -> {
            ReferralSteps referral = withRows(size).submit();
            outbox.drain();
            Person analyst = known(desk.fiu, Role.FIU_ANALYST);
            UUID intake = intakeOf(referral.id());
            return () -> by(analyst).get("/api/v1/intakes/" + intake);
        });
    }

    @Test
    void theTransactionsOfAnIntake() {
        asksAsOften(20, 200, size -> {
            ReferralSteps referral = withRows(size).submit();
            outbox.drain();
            Person analyst = known(desk.fiu, Role.FIU_ANALYST);
            UUID intake = intakeOf(referral.id());
            return () -> by(analyst).get("/api/v1/intakes/" + intake + "/transactions");
        });
    }

    @Test
    void theLinksOfAnIntake() {
        asksAsOften(35, 200, size -> {
            String phone = SubmittedReferral.anyPhone();
            UUID first = received(phone);
            IntStream.range(0, size).forEach(i -> received(phone));
            Person analyst = known(desk.fiu, Role.FIU_ANALYST);
            return () -> by(analyst).get("/api/v1/intakes/" + first + "/links");
        });
    }

    @Test
    void readingACase() {
        asksAsOften(24, 200, size -> {
            String file = desk.caseOf(accepted(size).toArray(UUID[]::new));
            return () -> by(desk.analyst).get("/api/v1/cases/" + file);
        });
    }

    @Test
    void theNetworkOfACase() {
        asksAsOften(30, 200, size -> {
            ReferralSteps referral = withRows(size).submit();
            outbox.drain();
            String file = desk.caseOf(desk.accepted(intakeOf(referral.id())));
            by(desk.analyst).get("/api/v1/cases/" + file + "/network").then().statusCode(200);
            return () -> by(desk.analyst).get("/api/v1/cases/" + file + "/network");
        });
    }

    @Test
    void aCaseOfManyReferralsThatEachProtectSomebody() {
        Map<Integer, Function<String, Response>> files = new HashMap<>();
        for (String below : List.of("", "/network", "/transactions", "/notes", "/timeline", "/tasks")) {
            asksAsOften(35, 200, size -> {
                Function<String, Response> file = files.computeIfAbsent(size, many -> {
                    Person analyst = desk.analyst;
                    String path = "/api/v1/cases/" + desk.caseOf(protecting(many));
                    return part -> by(analyst).get(path + part);
                });
                return () -> file.apply(below);
            });
        }
    }

    @Test
    void theCasesOfTheDay() {
        asksAsOften(35, 200, size -> {
            desk = new Desk();
            IntStream.range(0, size).forEach(i -> desk.caseOf(protecting(1)));
            return () -> by(desk.analyst).get("/api/v1/my-day");
        });
    }

    private UUID[] protecting(int size) {
        List<ReferralSteps> referrals =
                IntStream.range(0, size).mapToObj(i -> withRows(1).submit()).toList();
        outbox.drain();
        return referrals.stream()
                .map(referral -> desk.accepted(intakeOf(referral.id())))
                .toArray(UUID[]::new);
    }

    @Test
    void theTimelineAndTheNotesOfACase() {
        for (String below : List.of("/timeline", "/notes", "/tasks")) {
            asksAsOften(20, 200, size -> {
                String file = "/api/v1/cases/" + desk.caseOf(accepted(1).toArray(UUID[]::new));
                for (int i = 0; i < size; i++) {
                    by(desk.analyst).body(Map.of("text", "Note " + i)).post(file + "/notes");
                    by(desk.analyst).body(Map.of("title", "Task " + i)).post(file + "/tasks");
                }
                return () -> by(desk.analyst).get(file + below);
            });
        }
    }

    @Test
    void theDayOfAnAnalyst() {
        asksAsOften(28, 200, size -> {
            desk.caseOf(accepted(size).toArray(UUID[]::new));
            return () -> by(desk.analyst).get("/api/v1/my-day");
        });
    }

    @Test
    void approvingADisseminationToSeveralAgencies() {
        asksAsOften(120, 200, size -> {
            String phone = SubmittedReferral.anyPhone();
            SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", phone);
            outbox.drain();
            String file = desk.caseOf(desk.accepted(referral));
            Institution[] agencies =
                    IntStream.range(0, FEW).mapToObj(i -> Institutions.agency()).toArray(Institution[]::new);
            String id = desk.draft(Desk.form(file, referral, agencies))
                    .statusCode(201)
                    .extract()
                    .path("id");
            String digest = desk.handOver(id);
            Person supervisor = known(desk.fiu, Role.FIU_SUPERVISOR);
            return () -> by(supervisor)
                    .body(Map.of("decision", "APPROVE", "digest", digest))
                    .post("/api/v1/disseminations/" + id + "/decisions");
        });
    }

    @Test
    void theRecallsOfADissemination() {
        asksAsOften(20, 200, size -> {
            String id = disseminated(Institutions.agency(), Institutions.agency());
            for (int i = 0; i < size; i++) {
                Recalls.request(desk.analyst, id, Map.of("reason", "WRONG_CONTENT"))
                        .statusCode(201);
            }
            return () -> by(desk.analyst).get("/api/v1/disseminations/" + id + "/recalls");
        });
    }

    @Test
    void theRecallNoticesOfAnAgency() {
        asksAsOften(10, 200, size -> {
            Institution agency = Institutions.agency();
            for (int i = 0; i < size; i++) {
                String id = disseminated(agency);
                Recalls.recall(desk.supervisor, id, Map.of("reason", "WRONG_CONTENT"))
                        .statusCode(201);
            }
            Person officer = known(agency, Role.LE_OFFICER);
            return () -> by(officer).get("/api/v1/recall-notices");
        });
    }

    private String disseminated(Institution... agencies) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        return desk.disseminated(referral, agencies);
    }

    /** All that waits in the outbox, and what that leaves there. */
    private void drainAll() {
        while (!Database.queryAsSuperuser(
                        "select id from outbox_event where handled_at is null and due_at <= now() limit 1")
                .isEmpty()) {
            outbox.drain();
        }
    }

    private Person known(Institution institution, Role role) {
        Person person = institution.person(role);
        as(person).get("/api/v1/me").then().statusCode(200);
        return person;
    }

    private UUID received(String phone) {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", phone);
        outbox.drain();
        return intakeOf(referral);
    }

    private List<UUID> accepted(int size) {
        List<UUID> intakes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
            outbox.drain();
            intakes.add(desk.accepted(referral));
        }
        return intakes;
    }

    /** A draft with as many open and protected subjects, and transactions. */
    private static ReferralSteps withRows(int size) {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank()).redFlag();
        for (int i = 0; i < size; i++) {
            referral.subject(subject("FACILITATOR", "ADULT", "Bagas Wirya " + i, account("70000000" + i)));
            referral.subject(
                    subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Melur Tantri Ke" + i, account("88000000" + i)));
            referral.transactions(transaction(account("70000000" + i), account("99000000" + i), "biaya"));
        }
        return referral;
    }
}
