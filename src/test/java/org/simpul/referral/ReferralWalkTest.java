package org.simpul.referral;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Walks through the states of referrals at random, by everybody who could try. Where each step leads is written here a
 * second time, from the design and not from the table.
 */
@QuarkusTest
class ReferralWalkTest extends HubTest {
    private static final long SEED = Long.getLong("simpul.walk.seed", System.nanoTime());
    private static final int STEPS = 120;
    /** Until each step was taken once; far more than that ever needs. */
    private static final int MOST_STEPS = 1_000;

    @Inject
    DraftClock clock;

    private final Institution bank = Institutions.bank();
    private final Person investigator = bank.person(Role.INVESTIGATOR);
    private final Person colleague = bank.person(Role.INVESTIGATOR);
    private final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person secondOfficer = bank.person(Role.COMPLIANCE_OFFICER);
    private final Person stranger = Institutions.bank().person(Role.COMPLIANCE_OFFICER);
    private final Person admin = bank.person(Role.PARTICIPANT_ADMIN);

    private enum Step {
        EDIT,
        HAND_OVER,
        RETURN,
        APPROVE,
        OPEN_VERSION,
        ASK_WITHDRAWAL,
        EXPIRE
    }

    /** What the referral should be by now. */
    private static final class Model {
        String status = "DRAFT";
        int submitted;
        int open = 1;
        boolean asked;
        final List<Person> writers = new ArrayList<>();
        Person handedOverBy;

        Model(Person begunBy) {
            writers.add(begunBy);
        }

        String atRest() {
            return asked ? "WITHDRAWAL_ASKED" : "SUBMITTED";
        }
    }

    @Test
    void noSequenceOfStepsReachesAStateThatItShouldNot() {
        SplittableRandom random = new SplittableRandom(SEED);
        Set<Step> taken = EnumSet.noneOf(Step.class);
        Map<Integer, Integer> answers = new HashMap<>();
        ReferralSteps referral = begun();
        Model model = new Model(investigator);
        StringBuilder trace = new StringBuilder("-Dsimpul.walk.seed=" + SEED);
        for (int i = 0; i < STEPS || i < MOST_STEPS && !taken.containsAll(EnumSet.allOf(Step.class)); i++) {
            if (model.status.equals("EXPIRED") && random.nextInt(4) == 0) {
                referral = begun();
                model = new Model(investigator);
                trace.append("\nanother one");
            }
            Move move = random.nextInt(3) == 0 ? onwards(random, model) : any(random);
            trace.append("\n%s by %s in %s".formatted(move.step(), name(move.person()), model.status));
            int seen = take(move.step(), move.person(), referral);
            assertEquals(expect(move.step(), move.person(), model), seen, trace.toString());
            answers.merge(seen, 1, Integer::sum);
            if (seen < 300) {
                taken.add(move.step());
            }
            check(referral, model, trace.toString());
        }
        assertEquals(EnumSet.allOf(Step.class), taken, "a step was never taken; -Dsimpul.walk.seed=" + SEED);
        assertTrue(answers.keySet().containsAll(List.of(403, 404, 409)), answers.toString());
    }

    private ReferralSteps begun() {
        ReferralSteps referral = ReferralSteps.begin(investigator, officer).filled("3600200001");
        return referral;
    }

    private record Move(Step step, Person person) {}

    private Move any(SplittableRandom random) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        List<Person> people = List.of(investigator, officer, secondOfficer, colleague, stranger, admin);
        return new Move(step, people.get(random.nextInt(people.size())));
    }

    /** What somebody would do next who means to get on. */
    private Move onwards(SplittableRandom random, Model model) {
        return switch (model.status) {
            case "DRAFT" -> new Move(random.nextBoolean() ? Step.HAND_OVER : Step.EDIT, investigator);
            case "PENDING_APPROVAL" ->
                new Move(
                        random.nextInt(3) == 0 ? Step.RETURN : Step.APPROVE,
                        random.nextBoolean() ? officer : secondOfficer);
            default -> new Move(Step.OPEN_VERSION, investigator);
        };
    }

    private String name(Person person) {
        return person.equals(investigator)
                ? "investigator"
                : person.equals(colleague)
                        ? "colleague"
                        : person.equals(stranger) ? "stranger" : person.equals(admin) ? "admin" : "officer";
    }

    private int take(Step step, Person person, ReferralSteps referral) {
        String path = referral.path();
        RequestSpecification request = as(person);
        Response answer =
                switch (step) {
                    case EDIT ->
                        request.header("If-Match", referral.read().header("ETag"))
                                .body(ReferralSteps.complete())
                                .put(path);
                    case HAND_OVER -> request.post(path + "/handovers");
                    case RETURN ->
                        request.body(Map.of("decision", "RETURN", "reason", "Say more."))
                                .post(path + "/decisions");
                    case APPROVE ->
                        request.body(Map.of(
                                        "decision",
                                        "APPROVE",
                                        "digest",
                                        Objects.requireNonNullElse(referral.digest(), "0".repeat(64))))
                                .post(path + "/decisions");
                    case OPEN_VERSION -> request.post(path + "/versions");
                    case ASK_WITHDRAWAL ->
                        request.body(Map.of("reason", "Our own settlement " + UUID.randomUUID()))
                                .post(path + "/withdrawal-requests");
                    case EXPIRE -> null;
                };
        if (answer == null) {
            expire(referral.id());
            return 200;
        }
        return answer.statusCode();
    }

    private void expire(UUID referral) {
        Database.updateAsSuperuser(
                "update referral set touched_at = now() - interval '15 days', warned_at = now() - interval '4 days'"
                        + " where id = ?",
                referral);
        clock.look();
    }

    /** Moves the model, or leaves it. */
    private int expect(Step step, Person person, Model model) {
        if (step == Step.EXPIRE) {
            if (model.status.equals("DRAFT")) {
                model.status = model.submitted == 0 ? "EXPIRED" : model.atRest();
            }
            return 200;
        }
        boolean decides = step == Step.RETURN || step == Step.APPROVE || step == Step.ASK_WITHDRAWAL;
        boolean isOfficer = person.equals(officer) || person.equals(secondOfficer) || person.equals(stranger);
        if (person.equals(admin) || decides && !isOfficer) {
            return 403;
        }
        if (person.equals(stranger)) {
            return 404;
        }
        if (person.equals(colleague)) {
            return 403;
        }
        return switch (step) {
            case EDIT -> {
                if (!model.status.equals("DRAFT")) {
                    yield 409;
                }
                model.writers.add(person);
                yield 200;
            }
            case HAND_OVER -> {
                if (!model.status.equals("DRAFT")) {
                    yield 409;
                }
                model.handedOverBy = person;
                model.status = "PENDING_APPROVAL";
                yield 200;
            }
            case RETURN -> {
                if (!model.status.equals("PENDING_APPROVAL")) {
                    yield 409;
                }
                model.status = "DRAFT";
                model.handedOverBy = null;
                yield 200;
            }
            case APPROVE -> {
                if (!model.status.equals("PENDING_APPROVAL")) {
                    yield 409;
                }
                if (model.writers.contains(person) || person.equals(model.handedOverBy)) {
                    yield 403;
                }
                model.submitted = model.open;
                model.status = model.atRest();
                yield 200;
            }
            case OPEN_VERSION -> {
                if (!model.status.equals("SUBMITTED") && !model.status.equals("WITHDRAWAL_ASKED")) {
                    yield 409;
                }
                model.status = "DRAFT";
                model.open = model.submitted + 1;
                model.writers.clear();
                model.writers.add(person);
                yield 201;
            }
            case ASK_WITHDRAWAL -> {
                if (model.submitted == 0) {
                    yield 409;
                }
                model.asked = true;
                if (model.status.equals("SUBMITTED")) {
                    model.status = "WITHDRAWAL_ASKED";
                }
                yield 202;
            }
            case EXPIRE -> throw new IllegalStateException();
        };
    }

    private static void check(ReferralSteps referral, Model model, String trace) {
        Response now = referral.read();
        assertEquals(model.status, now.path("status"), trace);
        assertEquals(model.submitted == 0 ? null : (Integer) model.submitted, now.path("submitted_number"), trace);
        assertEquals(model.asked, now.path("withdrawal_asked_at") != null, trace);
        // all that was ever submitted is there, and sealed
        assertEquals(
                model.submitted,
                Drafts.count("from referral_version where referral_id = ? and sealed_at is not null", referral.id()),
                trace);
        boolean isOpen = model.status.equals("DRAFT")
                || model.status.equals("PENDING_APPROVAL")
                || model.status.equals("EXPIRED");
        assertEquals(
                isOpen ? 1 : 0,
                Drafts.count("from referral_version where referral_id = ? and sealed_at is null", referral.id()),
                trace);
    }
}
