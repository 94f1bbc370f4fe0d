package org.simpul.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** All calls of a set of operations on one world, made in a random order: no verdict hangs on another call. */
final class Matrix {
    private static final long SEED = Long.getLong("simpul.matrix.seed", System.nanoTime());

    /** One object asked for by one principal through one operation. */
    record Visit(Operation operation, Principal principal, Relation relation, Target target) {
        String text() {
            return operation.id() + " by " + principal.text() + " of " + relation.text();
        }
    }

    private final Map<Visit, Answer> answers = new LinkedHashMap<>();

    private Matrix() {}

    /** @param asking who asks through which operation */
    static Matrix of(
            World world,
            List<Operation> operations,
            Set<Relation> relations,
            BiPredicate<Operation, Principal> asking) {
        List<Visit> visits = new ArrayList<>();
        for (Operation operation : operations) {
            Thing thing = Calls.BY_OPERATION.get(operation.id()).thing();
            for (Principal principal : Principal.values()) {
                if (!asking.test(operation, principal)) {
                    continue;
                }
                for (Relation relation : relations) {
                    world.targets(thing, principal, relation)
                            .forEach(target -> visits.add(new Visit(operation, principal, relation, target)));
                }
            }
        }
        Collections.shuffle(visits, new Random(SEED));
        Matrix matrix = new Matrix();
        visits.forEach(visit -> matrix.answers.put(visit, call(world, visit)));
        return matrix;
    }

    static Answer call(World world, Visit visit) {
        return call(world, visit, Calls.BY_OPERATION.get(visit.operation().id()).ifMatch());
    }

    static Answer call(World world, Visit visit, String ifMatch) {
        Call call = Calls.BY_OPERATION.get(visit.operation().id());
        return world.cast.ask(
                visit.principal(),
                visit.operation().method(),
                visit.operation().path(),
                visit.target(),
                call.headers(ifMatch),
                call.body() == null ? null : call.body().apply(world));
    }

    /** @return the status of each cell; of several objects in one relation, all that were seen */
    Map<String, Map<Relation, String>> statuses() {
        Map<String, Map<Relation, Set<Integer>>> seen = new LinkedHashMap<>();
        answers.forEach((visit, answer) -> seen.computeIfAbsent(
                        Table.key(visit.operation(), visit.principal()), key -> new LinkedHashMap<>())
                .computeIfAbsent(visit.relation(), relation -> new TreeSet<>())
                .add(answer.status()));
        return seen.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining("/"))))));
    }

    /**
     * @return each answer that tells apart what must not be: something hidden from something absent; a refusal by
     *     permission from another one
     */
    Set<String> differences() {
        Map<String, Answer> absent = new LinkedHashMap<>();
        answers.forEach((visit, answer) -> {
            if (visit.relation() == Relation.ABSENT) {
                absent.put(Table.key(visit.operation(), visit.principal()), answer);
            }
        });
        Set<String> differences = new TreeSet<>();
        answers.forEach((visit, answer) -> {
            Answer nothing = absent.get(Table.key(visit.operation(), visit.principal()));
            boolean same = visit.relation().isHidden() || answer.isDenial();
            if (nothing != null && same && !answer.equals(nothing)) {
                differences.add(visit.text() + "\n  is   " + answer + "\n  not  " + nothing);
            }
        });
        return differences;
    }

    static String order() {
        return "order -Dsimpul.matrix.seed=" + SEED;
    }

    int size() {
        return answers.size();
    }
}
