package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.shared.EntityTags;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Walks at random over what people decide on an intake, beside a table written from the field's own words. */
@QuarkusTest
class IntakeWalkTest extends HubTest {
    private static final int STEPS = 400;

    /** What people may decide, from where to where: {@code decision from to}; a supervisor decides what has a star. */
    private static final Set<String> EDGES = Set.of(
            "TAKE RECEIVED IN_TRIAGE",
            "TAKE IN_TRIAGE IN_TRIAGE",
            "TAKE INFORMATION_REQUESTED INFORMATION_REQUESTED",
            "REJECT_INVALID RECEIVED REJECTED_INVALID",
            "ACCEPT IN_TRIAGE UNDER_ANALYSIS",
            "NOT_ACCEPTED IN_TRIAGE NOT_ACCEPTED",
            "REQUEST_INFORMATION IN_TRIAGE INFORMATION_REQUESTED",
            "RETAIN UNDER_ANALYSIS RETAINED",
            "RESUME RETAINED UNDER_ANALYSIS",
            "CLOSE DISSEMINATED CLOSED",
            "PROPOSE_REOPENING CLOSED CLOSED",
            "REOPEN CLOSED UNDER_ANALYSIS",
            "DECLINE_REOPENING CLOSED CLOSED",
            "WITHDRAW RECEIVED WITHDRAWN",
            "WITHDRAW IN_TRIAGE WITHDRAWN",
            "WITHDRAW INFORMATION_REQUESTED WITHDRAWN",
            "WITHDRAW UNDER_ANALYSIS WITHDRAWN",
            "WITHDRAW RETAINED WITHDRAWN");

    private static final List<String> DECISIONS = List.of(
            "TAKE",
            "REJECT_INVALID",
            "ACCEPT",
            "NOT_ACCEPTED",
            "REQUEST_INFORMATION",
            "RETAIN",
            "RESUME",
            "CLOSE",
            "PROPOSE_REOPENING",
            "REOPEN",
            "DECLINE_REOPENING",
            "WITHDRAW");

    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private final Person otherSupervisor = desk.fiu.person(Role.FIU_SUPERVISOR);

    private static Map<String, Object> body(String decision) {
        Map<String, Object> body = new HashMap<>(Map.of("decision", decision));
        if (Set.of("REJECT_INVALID", "NOT_ACCEPTED", "RETAIN", "WITHDRAW", "PROPOSE_REOPENING")
                .contains(decision)) {
            body.put("reason", "For the test.");
        }
        if (Set.of("REJECT_INVALID", "REQUEST_INFORMATION").contains(decision)) {
            body.put("missing", List.of("narrative"));
        }
        if (decision.equals("RETAIN")) {
            body.put("review_on", LocalDate.now().plusDays(30).toString());
        }
        return body;
    }

    private String statusOf(UUID intake) {
        return Database.queryAsSuperuser("select status from intake where id = ?", intake)
                .get(0)
                .toString();
    }

    private static String tag(UUID intake) {
        return EntityTags.of((Long) Database.queryAsSuperuser("select revision from intake where id = ?", intake)
                .get(0));
    }

    private Response decide(Person person, UUID intake, String decision) {
        return Desk.by(person)
                .header("If-Match", tag(intake))
                .body(body(decision))
                .post("/api/v1/intakes/" + intake + "/decisions");
    }

    @Test
    void noSequenceOfDecisionsLeavesTheTable() {
        long seed = Long.getLong("simpul.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        List<Person> people = List.of(desk.analyst, desk.supervisor, otherSupervisor);
        UUID intake = received();
        Person proposer = null;
        boolean asked = false;
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(8) == 0) {
                asked = random.nextBoolean();
                standAnywhere(intake, random, asked);
                proposer = null;
            }
            String from = statusOf(intake);
            String decision = choose(from, random);
            Person person = people.get(random.nextInt(people.size()));
            Response answer = decide(person, intake, decision);
            String to = statusOf(intake);
            String story = "seed " + seed + " step " + i + ": " + decision + " from " + from + " by "
                    + people.indexOf(person) + " answered " + answer.statusCode();
            boolean reopening = Set.of("REOPEN", "DECLINE_REOPENING").contains(decision);
            boolean supervisor = person != desk.analyst;
            boolean listed = EDGES.stream().anyMatch(edge -> edge.startsWith(decision + " " + from + " "));
            boolean allowed = listed
                    && (asked || !decision.equals("WITHDRAW"))
                    && (!reopening || supervisor && proposer != null)
                    && (!decision.equals("REOPEN") || person != proposer)
                    && (!decision.equals("PROPOSE_REOPENING") || proposer == null);
            assertEquals(allowed, answer.statusCode() == 200, story);
            if (allowed) {
                assertTrue(EDGES.contains(decision + " " + from + " " + to), story + " to " + to);
                taken.add(decision);
                proposer = decision.equals("PROPOSE_REOPENING") ? person : reopening ? null : proposer;
            } else {
                assertTrue(Set.of(403, 409).contains(answer.statusCode()), story);
                assertEquals(from, to, story);
            }
        }
        assertTrue(taken.size() >= 8, "seed " + seed + " took " + taken);
    }

    /** Half of the time something that the table allows, so that the walk gets about. */
    private static String choose(String from, SplittableRandom random) {
        List<String> open = EDGES.stream()
                .filter(edge -> edge.split(" ")[1].equals(from))
                .map(edge -> edge.split(" ")[0])
                .sorted()
                .toList();
        List<String> choice = open.isEmpty() || random.nextBoolean() ? DECISIONS : open;
        return choice.get(random.nextInt(choice.size()));
    }

    private UUID received() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        return Desk.intakeOf(referral);
    }

    /** Where no decision leads to by itself as well. */
    private static void standAnywhere(UUID intake, SplittableRandom random, boolean withdrawalAsked) {
        IntakeStatus status = IntakeStatus.values()[random.nextInt(IntakeStatus.values().length)];
        Database.updateAsSuperuser(
                "update intake set status = ?, reopening_proposed_by = null,"
                        + " withdrawal_asked_at = case when ? then now() end where id = ?",
                status.name(),
                withdrawalAsked,
                intake);
    }

    @Test
    void everyNewVersionLeadsWhereTheTableSays() {
        Map<IntakeStatus, IntakeStatus> plain = new EnumMap<>(IntakeStatus.class);
        for (IntakeStatus back : EnumSet.of(
                IntakeStatus.INFORMATION_REQUESTED,
                IntakeStatus.REJECTED_INVALID,
                IntakeStatus.NOT_ACCEPTED,
                IntakeStatus.RETAINED,
                IntakeStatus.WITHDRAWN)) {
            plain.put(back, IntakeStatus.IN_TRIAGE);
        }
        for (IntakeStatus status : IntakeStatus.values()) {
            assertEquals(plain.getOrDefault(status, status), IntakeStep.NEW_VERSION.to(status), status.name());
            assertEquals(
                    status == IntakeStatus.RECEIVED ? status : IntakeStatus.IN_TRIAGE,
                    IntakeStep.RAISE_URGENCY.to(status),
                    status.name());
        }
    }
}
