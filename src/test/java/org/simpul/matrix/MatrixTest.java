package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.matrix.Matrix.Visit;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each operation, asked by each principal for an object in each relation, over HTTP. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest extends HubTest {
    private static final String WRITE = "write what was seen by -Dsimpul.matrix.write=true, and review each row";

    @Inject
    OutboxDispatcher outbox;

    private List<Operation> operations;
    private World world;
    private Matrix matrix;

    /** Once; the port is known before each test, and not before all. */
    @BeforeEach
    void callAll() throws IOException {
        if (matrix != null) {
            return;
        }
        operations = Operation.ofTheApi();
        assertEquals(
                operations.stream().map(Operation::id).collect(Collectors.toCollection(TreeSet::new)),
                Calls.BY_OPERATION.keySet(),
                "each operation of the OpenAPI document has a call, and each call an operation");
        world = new World(outbox);
        matrix = Matrix.of(world, operations, EnumSet.allOf(Relation.class), (operation, principal) -> true);
        if (Boolean.getBoolean("simpul.matrix.write")) {
            Table.of(operations, matrix.statuses()).write();
        }
    }

    @Test
    void anOperationThatNamesAnObjectIsCalledWithEachRelationToIt() {
        for (Operation operation : operations) {
            assertEquals(
                    operation.namesAnObject(),
                    Calls.BY_OPERATION.get(operation.id()).thing() != Thing.NOTHING,
                    operation.id());
        }
        assertTrue(matrix.size() > operations.size() * Principal.values().length, matrix.size() + " calls");
    }

    /** Administrators and overseers are of every kind: they ask under as many as make a difference. */
    @Test
    void everyRoleAsksUnderEachKindThatItCountsUnder() {
        Set<String> asking = Stream.of(Principal.values())
                .filter(Principal::counts)
                .map(principal -> asked(principal.role, principal.kind))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> roles = new TreeSet<>();
        for (Role role : Role.values()) {
            role.kinds().forEach(kind -> roles.add(asked(role, kind)));
        }
        assertEquals(roles, asking);
    }

    private static String asked(Role role, ParticipantKind kind) {
        boolean ofEveryKind = role.kinds().size() == ParticipantKind.values().length;
        return role + " " + (ofEveryKind ? new TreeSet<>(role.permissions(kind)) : kind);
    }

    @Test
    void everyCellIsAsTheTableSays() throws IOException {
        Map<String, List<String>> expected = Table.read().rows();
        Map<String, List<String>> seen = Table.of(operations, matrix.statuses()).rows();
        Set<String> wrong = new TreeSet<>();
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(seen.keySet());
        for (String key : keys) {
            if (!seen.getOrDefault(key, List.of()).equals(expected.getOrDefault(key, List.of()))) {
                wrong.add(key + ": table " + expected.get(key) + ", seen " + seen.get(key));
            }
        }
        assertEquals(Set.of(), wrong, WRITE + "; " + Matrix.order());
    }

    @Test
    void whatIsHiddenOrRecalledAnswersInTheBytesOfWhatDoesNotExist() {
        assertEquals(Set.of(), matrix.differences(), Matrix.order());
    }

    /** Authorise X, mutate Y: what stands below one's own object by another's id is as absent as what is not there. */
    @Test
    void anIdOfAnothersPartBelowOnesOwnObjectIsAbsent() {
        Set<String> differences = new TreeSet<>();
        int compared = 0;
        for (Operation operation : operations) {
            String parameter = operation.secondParameter();
            if (parameter.isEmpty()) {
                continue;
            }
            Thing thing = Calls.BY_OPERATION.get(operation.id()).thing();
            for (Principal principal : Principal.values()) {
                for (Relation relation : List.of(Relation.OWN, Relation.DISCLOSED)) {
                    for (Target own : world.targets(thing, principal, relation)) {
                        // the next version of a published typology is open, and hidden from its readers
                        Object others = parameter.equals("number") ? 2 : world.hiddenPart(parameter);
                        Object absent = parameter.equals("number") ? 9 : UUID.randomUUID();
                        Answer hidden = below(operation, principal, relation, own.with(parameter, others));
                        Answer nothing = below(operation, principal, relation, own.with(parameter, absent));
                        compared++;
                        if (!hidden.equals(nothing) || !hidden.isDenial()) {
                            differences.add(operation.id() + " by " + principal.text() + "\n  is   " + hidden
                                    + "\n  not  " + nothing);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), differences);
        assertTrue(compared > 20, compared + " compared");
    }

    private Answer below(Operation operation, Principal principal, Relation relation, Target target) {
        boolean edits = !Calls.BY_OPERATION.get(operation.id()).ifMatch().isEmpty();
        String tag = edits ? tag(principal, target) : "";
        return Matrix.call(world, new Visit(operation, principal, relation, target), tag);
    }

    /** The entity tag that the draft has now, so that nothing but the second id is wrong. */
    private String tag(Principal principal, Target referral) {
        return world.cast.ask(principal, "GET", "/api/v1/referrals/{id}", referral, Map.of(), null).headers().stream()
                .filter(header -> header.startsWith("ETag: "))
                .map(header -> header.substring("ETag: ".length()))
                .findFirst()
                .orElse(Call.STALE);
    }

    @Test
    void anIdOfAHiddenObjectInABodyIsAsUnknownAsOneThatDoesNotExist() {
        Target own = world.targets(Thing.REFERRAL, Principal.INVESTIGATOR, Relation.OWN)
                .get(0);
        Answer hidden = cite(own, world.hiddenTypologyVersion());
        assertEquals(400, hidden.status());
        assertEquals(cite(own, UUID.randomUUID()), hidden);

        Answer foreign = disseminate(world.hiddenPart("subjectId"));
        assertEquals(400, foreign.status());
        assertEquals(disseminate(UUID.randomUUID()), foreign);
    }

    private Answer cite(Target referral, UUID typologyVersion) {
        Map<String, Object> flag = Map.of("typology_version_id", typologyVersion, "red_flag_code", "RF-01");
        return world.cast.ask(
                Principal.INVESTIGATOR,
                "PUT",
                "/api/v1/referrals/{id}/red-flags",
                referral,
                Map.of("Content-Type", "application/json", "If-Match", tag(Principal.INVESTIGATOR, referral)),
                Map.of("red_flags", List.of(flag)));
    }

    private Answer disseminate(Object subject) {
        Map<String, Object> form = world.disseminationForm();
        form.put("rows", Map.of("subjects", List.of(subject)));
        return world.cast.ask(
                Principal.FIU_ANALYST,
                "POST",
                "/api/v1/disseminations",
                Target.NOTHING,
                Map.of("Content-Type", "application/json"),
                form);
    }

    @Test
    void theTableFollowsTheRoleTable() throws IOException {
        Table table = Table.read();
        Set<String> surprises = new TreeSet<>();
        for (String operation : Calls.BY_OPERATION.keySet()) {
            for (Principal principal : Principal.values()) {
                for (Relation relation : Relation.values()) {
                    String cell = table.cell(operation, principal, relation);
                    String rule = Rule.of(operation, principal, relation);
                    if (!cell.equals("-") && !cell.matches(rule)) {
                        surprises.add(Table.key(operation, principal) + " " + relation.text() + ": " + cell
                                + " where the roles say " + rule);
                    }
                }
            }
        }
        assertEquals(Set.of(), surprises);
        assertFalse(table.rows().isEmpty());
    }
}
