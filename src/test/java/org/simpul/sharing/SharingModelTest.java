package org.simpul.sharing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.sharing.SharingRule.Reader;
import org.simpul.sharing.SharingRule.To;
import org.simpul.sharing.SharingRule.Version;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Random acts over random worlds, against a model of the rule: after each act that is let the same may be read by the model, by the
 * database wall alone and by the Java wall alone. {@code -Dsimpul.model.checks=10000000} checks more,
 * {@code -Dsimpul.model.seed=…} plays other worlds.
 */
@QuarkusTest
class SharingModelTest extends HubTest {
    private static final long CHECKS = Long.getLong("simpul.model.checks", 50_000);
    private static final long SEED = Long.getLong("simpul.model.seed", 1);
    private static final int FOUR_VERSIONS = 4;
    private static final int ACTS = 150;
    private static final int MOST_WORLDS = 100;
    private static final int MOST_HOURS = 6;
    private static final String BYPASS = "model_reads_past_the_wall";

    @Inject
    AccessPolicy policy;

    @Inject
    EntityManager database;

    private final List<Institution> institutions = List.of(
            Institutions.agency(),
            Institutions.agency(),
            Institutions.agency(),
            Institutions.agency(),
            Institutions.bank());
    private final List<UUID> people = List.of(person(1), person(2));
    private final List<Reader> readers = readers();
    private long checks;

    /** Whether the last act was let be: one that was refused by both leaves all as it was. */
    private boolean changed;

    /** One act, whose numbers are taken modulo what is there. */
    private record Act(Verb verb, int who, int what, int which, int some, int hours) {}

    private enum Verb {
        DISCLOSE,
        DISCLOSE_TO_A_PERSON,
        DISCLOSE_TO_ALL,
        HAND_ON,
        HAND_ON_BY_ANYBODY,
        ASK,
        ASK_BY_ANYBODY,
        GRANT,
        DENY,
        REVOKE,
        RECALL,
        MOVE_CLOCK,
        SUSPEND
    }

    /** What builds a chain comes more often than what ends it. */
    private static final List<Verb> VERBS = List.of(
            Verb.DISCLOSE,
            Verb.DISCLOSE,
            Verb.DISCLOSE_TO_A_PERSON,
            Verb.DISCLOSE_TO_ALL,
            Verb.HAND_ON,
            Verb.HAND_ON,
            Verb.HAND_ON,
            Verb.HAND_ON_BY_ANYBODY,
            Verb.ASK,
            Verb.ASK,
            Verb.ASK_BY_ANYBODY,
            Verb.GRANT,
            Verb.GRANT,
            Verb.DENY,
            Verb.REVOKE,
            Verb.RECALL,
            Verb.MOVE_CLOCK,
            Verb.SUSPEND);

    @Test
    void bothWallsShowWhatTheRuleShows() {
        bypass();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; checks < CHECKS; i++) {
            List<Act> acts = acts(random, i);
            Optional<String> difference = run(acts, true);
            if (difference.isPresent()) {
                List<Act> fewest = shrink(acts);
                fail("-Dsimpul.model.seed=%d: %s%nafter %s"
                        .formatted(SEED, run(fewest, true).orElse(difference.get()), fewest));
            }
        }
        assertTrue(checks >= CHECKS, checks + " checks");
    }

    /** What would be a hole, put into the database for a while: the comparison is worth nothing when it does not see it. */
    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsSeen(SharingFault fault) {
        bypass();
        SplittableRandom random = new SplittableRandom(SEED);
        String sound = fault.plant();
        try {
            boolean seen = false;
            for (int i = 0; i < MOST_WORLDS && !seen; i++) {
                seen = run(acts(random, i), false).isPresent();
            }
            assertTrue(seen, () -> fault + " is not seen with the seed " + SEED);
        } finally {
            fault.restore(sound);
        }
    }

    /** What is handed on, and then taken back from above, by a recall or by the end of its consent: rare where all is random. */
    private static List<Act> chain(Verb end) {
        return List.of(
                new Act(Verb.DISCLOSE, 0, 0, 1, 20, 0),
                new Act(Verb.ASK, 0, 0, 0, 0b100, MOST_HOURS),
                new Act(Verb.GRANT, 0, 0, 0, 2, 0),
                new Act(Verb.HAND_ON, 0, 0, 0, 2, 3),
                new Act(end, 0, 0, 0, 1, 0));
    }

    /** What its owner gave to two, and the first has handed on to the second, is taken back from the second alone. */
    private static List<Act> twice() {
        List<Act> acts = new ArrayList<>(chain(Verb.HAND_ON));
        acts.remove(acts.size() - 1);
        acts.add(new Act(Verb.DISCLOSE, 0, 0, 2, 20, 0));
        acts.add(new Act(Verb.RECALL, 0, 0, 2, 1, 0));
        // under the same consent
        acts.add(new Act(Verb.HAND_ON_BY_ANYBODY, 1, 0, 0, 2, 3));
        return acts;
    }

    /** Three worlds of four begin with a chain. */
    private static List<Act> acts(SplittableRandom random, int world) {
        List<Act> acts = new ArrayList<>(
                switch (world % 4) {
                    case 0 -> chain(Verb.RECALL);
                    case 1 -> chain(Verb.REVOKE);
                    case 2 -> twice();
                    default -> List.of();
                });
        for (int i = 0; i < ACTS; i++) {
            acts.add(new Act(
                    VERBS.get(random.nextInt(VERBS.size())),
                    random.nextInt(1 << 16),
                    random.nextInt(1 << 16),
                    random.nextInt(1 << 16),
                    random.nextInt(1 << 16),
                    random.nextInt(MOST_HOURS + 1)));
        }
        return acts;
    }

    /** Leaves out one act after the other, as long as the rest still differs. */
    private List<Act> shrink(List<Act> acts) {
        List<Act> fewest = acts;
        for (int i = fewest.size() - 1; i >= 0; i--) {
            List<Act> fewer = new ArrayList<>(fewest);
            fewer.remove(i);
            if (run(fewer, true).isPresent()) {
                fewest = fewer;
            }
        }
        return fewest;
    }

    /** @return where the walls and the rule differ first */
    private Optional<String> run(List<Act> acts, boolean inJavaAsWell) {
        SharingRule rule = new SharingRule();
        institutions.forEach(one ->
                rule.institutions.add(new SharingRule.Institution(one.kind() == ParticipantKind.LAW_ENFORCEMENT)));
        try (SharingWorld world = new SharingWorld(institutions, people)) {
            for (int i = 0; i < FOUR_VERSIONS; i++) {
                for (int owner : List.of(0, 1, 4)) {
                    rule.versions.add(new Version(owner, false, true));
                    world.dissemination(owner);
                }
                rule.versions.add(new Version(0, true, false));
                world.typology(0);
            }
            for (Act act : acts) {
                changed = false;
                Optional<String> difference = step(rule, world, act);
                if (difference.isEmpty() && changed) {
                    difference = compare(rule, world, inJavaAsWell);
                }
                if (difference.isPresent()) {
                    return difference.map(text -> act + " " + text);
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> step(SharingRule rule, SharingWorld world, Act act) throws SQLException {
        int who = act.who % institutions.size();
        int version = act.what % rule.versions.size();
        int to = act.which % institutions.size();
        int until = act.some % 5 == 0 ? SharingRule.FOR_EVER : rule.clock + act.hours - 1;
        int strictness = act.some % SharingWorld.RED;
        int owner = act.some % 4 == 0 ? who : rule.versions.get(version).owner();
        return switch (act.verb) {
            case DISCLOSE -> {
                To one = new To(to, SharingRule.NOBODY, false);
                yield same(
                        rule.disclose(owner, version, one, strictness, until),
                        world.disclose(owner, version, one, strictness, until));
            }
            case DISCLOSE_TO_A_PERSON -> {
                To one = new To(SharingRule.NOBODY, act.which % people.size(), false);
                yield same(
                        rule.disclose(owner, version, one, SharingWorld.RED, until),
                        world.disclose(owner, version, one, SharingWorld.RED, until));
            }
            case DISCLOSE_TO_ALL -> {
                To all = new To(SharingRule.NOBODY, SharingRule.NOBODY, true);
                yield same(
                        rule.disclose(owner, version, all, strictness, until),
                        world.disclose(owner, version, all, strictness, until));
            }
            case HAND_ON, HAND_ON_BY_ANYBODY -> handOn(rule, world, act);
            case ASK, ASK_BY_ANYBODY -> ask(rule, world, act);
            case GRANT, DENY, REVOKE -> rule.consents.isEmpty() ? Optional.empty() : decide(rule, world, act);
            case RECALL -> {
                if (rule.rows.isEmpty()) {
                    yield Optional.empty();
                }
                int row = act.which % rule.rows.size();
                int giver = act.some % 4 == 0 ? who : rule.rows.get(row).giver;
                yield same(rule.recall(giver, row), world.recall(giver, row));
            }
            case MOVE_CLOCK -> {
                int hours = act.hours % 3;
                rule.clock += hours;
                world.moveClock(hours);
                changed = true;
                yield Optional.empty();
            }
            case SUSPEND -> {
                boolean admitted = !rule.institutions.get(who).admitted || act.some % 3 > 0;
                rule.institutions.get(who).admitted = admitted;
                world.setAdmitted(who, admitted);
                changed = true;
                yield Optional.empty();
            }
        };
    }

    private Optional<String> ask(SharingRule rule, SharingWorld world, Act act) throws SQLException {
        int who = act.who % institutions.size();
        int version = act.what % rule.versions.size();
        Set<Integer> some = some(act.some);
        if (act.verb == Verb.ASK && !rule.rows.isEmpty()) {
            // most of what is random is refused
            SharingRule.Row row = rule.rows.get(act.which % rule.rows.size());
            who = Math.max(row.to.institution(), 0);
            version = row.version;
            some.removeAll(Set.of(who));
            some.remove(rule.versions.get(version).owner());
            some.removeIf(one -> !rule.institutions.get(one).authority);
        }
        int end = rule.clock + act.hours;
        return same(rule.ask(who, version, some, end), world.ask(who, version, some, end));
    }

    private Optional<String> handOn(SharingRule rule, SharingWorld world, Act act) throws SQLException {
        if (rule.rows.isEmpty() || rule.consents.isEmpty()) {
            return Optional.empty();
        }
        int consent = act.what % rule.consents.size();
        SharingRule.Consent under = rule.consents.get(consent);
        int giver = under.asker;
        int parent = act.which % rule.rows.size();
        if (act.verb == Verb.HAND_ON) {
            // most random rows are of something else
            for (int row = 0; row < rule.rows.size(); row++) {
                if (rule.rows.get(row).version == under.version
                        && rule.rows.get(row).to.institution() == giver) {
                    parent = row;
                }
            }
        } else {
            giver = act.who % institutions.size();
        }
        if (rule.versions.get(rule.rows.get(parent).version).owner() == giver) {
            // one's own needs no consent, and names none
            return Optional.empty();
        }
        int to = act.some % institutions.size();
        int strictness = act.some % SharingWorld.RED;
        int until = rule.clock + act.hours - 1;
        if (act.verb == Verb.HAND_ON && under.granted != null && !under.granted.isEmpty()) {
            to = List.copyOf(under.granted).get(act.some % under.granted.size());
            strictness = Math.max(strictness, rule.rows.get(parent).strictness);
            until = Math.min(until, under.grantedUntil);
        }
        return same(
                rule.handOn(giver, parent, consent, to, strictness, until),
                world.handOn(giver, parent, consent, to, strictness, until));
    }

    private Optional<String> decide(SharingRule rule, SharingWorld world, Act act) throws SQLException {
        int consent = act.which % rule.consents.size();
        SharingRule.Consent it = rule.consents.get(consent);
        int who = act.some % 4 == 0
                ? act.who % institutions.size()
                : rule.versions.get(it.version).owner();
        if (act.verb == Verb.GRANT) {
            Set<Integer> some = act.some % 2 == 0 ? it.asked : some(act.some);
            int until = it.askedUntil - act.hours % 2;
            return same(rule.grant(who, consent, some, until), world.decide(who, consent, "GRANTED", some, until));
        }
        return act.verb == Verb.DENY
                ? same(rule.deny(who, consent), world.decide(who, consent, "DENIED", Set.of(), null))
                : same(rule.revoke(who, consent), world.decide(who, consent, "REVOKED", Set.of(), null));
    }

    private Set<Integer> some(int bits) {
        Set<Integer> some = new HashSet<>();
        for (int i = 0; i < institutions.size(); i++) {
            if ((bits >> i & 1) == 1) {
                some.add(i);
            }
        }
        return some;
    }

    private Optional<String> same(boolean rule, boolean database) {
        changed = rule;
        return rule == database
                ? Optional.empty()
                : Optional.of("is %s by the rule and not by the database".formatted(rule ? "let" : "refused"));
    }

    private Optional<String> compare(SharingRule rule, SharingWorld world, boolean inJavaAsWell) throws SQLException {
        List<Set<UUID>> expected = readers.stream()
                .map(reader -> IntStream.range(0, rule.versions.size())
                        .filter(version -> rule.reads(reader, version))
                        .mapToObj(world.versions::get)
                        .collect(Collectors.toSet()))
                .toList();
        Optional<String> difference = difference("database", world, world.seen(readers), expected);
        checks += (long) readers.size() * rule.versions.size();
        if (difference.isPresent() || !inJavaAsWell) {
            return difference;
        }
        List<Set<UUID>> java = QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("set local role " + BYPASS).executeUpdate();
            // a suspended institution's people do not come through the door
            return readers.stream()
                    .map(reader -> rule.institutions.get(reader.institution()).admitted
                            ? seenInJava(reader, world.versions)
                            : Set.<UUID>of())
                    .toList();
        });
        checks += (long) readers.size() * rule.versions.size();
        return difference("Java", world, java, expected);
    }

    private Optional<String> difference(
            String wall, SharingWorld world, List<Set<UUID>> seen, List<Set<UUID>> expected) {
        return IntStream.range(0, readers.size())
                .filter(i -> !seen.get(i).equals(expected.get(i)))
                .mapToObj(i -> told(readers.get(i), world, wall, seen.get(i), expected.get(i)))
                .findFirst();
    }

    private static String told(Reader reader, SharingWorld world, String wall, Set<UUID> seen, Set<UUID> expected) {
        return "%s reads %s by the %s wall, and %s by the rule"
                .formatted(reader, numbers(world, seen), wall, numbers(world, expected));
    }

    private static List<Integer> numbers(SharingWorld world, Set<UUID> seen) {
        return seen.stream().map(world.versions::indexOf).sorted().toList();
    }

    /** The condition that every finder takes, asked by a role that row-level security does not hold. */
    private Set<UUID> seenInJava(Reader reader, List<UUID> versions) {
        Institution institution = institutions.get(reader.institution());
        UUID person = reader.person() == SharingRule.NOBODY ? null : people.get(reader.person());
        Caller caller = new Caller(
                person,
                person != null,
                "model",
                institution.id(),
                institution.alias(),
                institution.kind(),
                Set.of(),
                null,
                null,
                1,
                "model");
        Visibility scope = policy.visibility(caller);
        Set<UUID> seen = new HashSet<>();
        seen.addAll(seenInJava(scope, "DisseminationVersion", ObjectKind.DISSEMINATION_VERSION, versions));
        seen.addAll(seenInJava(scope, "TypologyVersion", ObjectKind.TYPOLOGY_VERSION, versions));
        return seen;
    }

    private List<UUID> seenInJava(Visibility scope, String entity, ObjectKind kind, List<UUID> versions) {
        return scope.bind(database.createQuery(
                                "select v.id from " + entity + " v where v.id in (:ids) and " + scope.seen("v", kind),
                                UUID.class)
                        .setParameter("ids", versions))
                .getResultList();
    }

    private static void bypass() {
        if (Database.queryAsSuperuser("select 1 from pg_roles where rolname = ?", BYPASS)
                .isEmpty()) {
            Database.updateAsSuperuser("create role " + BYPASS + " bypassrls");
            Database.updateAsSuperuser("grant usage on schema public to " + BYPASS);
            Database.updateAsSuperuser("grant select on all tables in schema public to " + BYPASS);
            Database.updateAsSuperuser("grant " + BYPASS + " to simpul_app with inherit false, set true");
        }
    }

    private UUID person(int institution) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                "insert into person (id, participant_id, subject, login, status, first_seen_at, last_seen_at)"
                        + " values (?, ?, ?, ?, 'ACTIVE', now(), now())",
                id,
                institutions.get(institution).id(),
                id.toString(),
                "model-" + id);
        return id;
    }

    private List<Reader> readers() {
        List<Reader> all = new ArrayList<>();
        for (int i = 0; i < institutions.size(); i++) {
            all.add(new Reader(i, SharingRule.NOBODY));
        }
        all.add(new Reader(1, 0));
        all.add(new Reader(2, 1));
        return all;
    }
}
