package org.simpul.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simpul.statistics.Attacker.Interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is shown of random populations, against somebody who has all of their tables. The numbers are the rule's own. */
class SuppressionTest {
    private static final long SEED = Long.getLong("simpul.statistics.seed", System.nanoTime());
    private static final int WORLDS = Integer.getInteger("simpul.statistics.worlds", 3_000);
    private static final int INSTITUTIONS = 5;
    private static final int RECORDS = 10;

    /** Records of some institutions, divided three times; behind each stand one or two of them. */
    private static final class World {
        final List<List<String>> categories = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();

        World(SplittableRandom random) {
            List<UUID> institutions = IntStream.range(0, random.nextInt(3, 16))
                    .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                    .toList();
            for (int table = 0; table < 3; table++) {
                categories.add(IntStream.range(0, random.nextInt(2, 8))
                        .mapToObj(i -> "C" + i)
                        .toList());
            }
            boolean twoSides = random.nextInt(4) == 0;
            int records = random.nextInt(250);
            for (int i = 0; i < records; i++) {
                List<Set<UUID>> sides = new ArrayList<>();
                sides.add(some(random, institutions));
                if (twoSides) {
                    sides.add(some(random, institutions));
                }
                facts.add(new Fact(
                        1,
                        sides,
                        categories.stream().map(all -> skewed(random, all)).toList()));
            }
        }

        private static Set<UUID> some(SplittableRandom random, List<UUID> institutions) {
            Set<UUID> some = new HashSet<>();
            some.add(skewed(random, institutions));
            if (random.nextInt(5) == 0) {
                some.add(skewed(random, institutions));
            }
            return some;
        }

        /** The first more often than the last. */
        private static <T> T skewed(SplittableRandom random, List<T> values) {
            return values.get(Math.min(random.nextInt(values.size()), random.nextInt(values.size())));
        }

        List<Fact> of(int table, Set<String> some) {
            return facts.stream()
                    .filter(fact -> some.contains(fact.values().get(table)))
                    .toList();
        }

        Map<String, Integer> shown(int table) {
            return map(Suppression.counts(
                    categories.get(table), facts.stream().collect(Collectors.groupingBy(fact -> fact.values()
                            .get(table)))));
        }

        /** The rule alone, without what stands for others. */
        Map<String, Integer> shownWithoutComplement(int table) {
            Map<String, Integer> shown = new LinkedHashMap<>();
            for (String category : categories.get(table)) {
                List<Fact> cell = of(table, Set.of(category));
                shown.put(category, holdsTheRule(cell) ? rounded(cell.size()) : null);
            }
            return shown;
        }
    }

    private static Map<String, Integer> map(List<CategoryCount> counts) {
        Map<String, Integer> map = new LinkedHashMap<>();
        counts.forEach(cell -> map.put(cell.category(), cell.count()));
        return map;
    }

    private static int rounded(int count) {
        return (count + 2) / 5 * 5;
    }

    /** Five institutions or more, ten records or more, nobody above half; on each side. */
    private static boolean holdsTheRule(List<Fact> records) {
        if (records.size() < RECORDS) {
            return false;
        }
        for (int side = 0; side < records.get(0).contributors().size(); side++) {
            Map<UUID, Integer> hands = new HashMap<>();
            for (Fact fact : records) {
                fact.contributors().get(side).forEach(one -> hands.merge(one, 1, Integer::sum));
            }
            if (hands.size() < INSTITUTIONS || hands.values().stream().anyMatch(hand -> hand > records.size() - hand)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> hidden(Map<String, Integer> table) {
        return table.entrySet().stream()
                .filter(cell -> cell.getValue() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private interface Check {
        void on(World world, List<Map<String, Integer>> shown, String seed);
    }

    private static int each(Check check) {
        int counts = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(new SplittableRandom(SEED + i));
            List<Map<String, Integer>> shown =
                    IntStream.range(0, 3).mapToObj(world::shown).toList();
            counts += shown.stream()
                    .mapToInt(table -> table.size() - hidden(table).size())
                    .sum();
            check.on(world, shown, "-Dsimpul.statistics.seed=" + (SEED + i));
        }
        return counts;
    }

    @Test
    void whateverIsShownHoldsTheRuleAndIsRounded() {
        int counts = each((world, shown, seed) -> {
            for (int table = 0; table < shown.size(); table++) {
                for (Map.Entry<String, Integer> cell : shown.get(table).entrySet()) {
                    if (cell.getValue() != null) {
                        List<Fact> records = world.of(table, Set.of(cell.getKey()));
                        assertTrue(holdsTheRule(records), seed);
                        assertEquals(rounded(records.size()), cell.getValue(), seed);
                    }
                }
            }
        });
        assertTrue(counts > WORLDS, counts + " counts are shown at all");
    }

    @Test
    void whatIsLeftWhenTheShownIsTakenFromTheWholeHoldsTheRule() {
        each((world, shown, seed) -> {
            for (int table = 0; table < shown.size(); table++) {
                Set<String> hidden = hidden(shown.get(table));
                if (!hidden.isEmpty() && hidden.size() < shown.get(table).size()) {
                    assertTrue(hidden.size() > 1, seed);
                    assertTrue(holdsTheRule(world.of(table, hidden)), seed);
                }
            }
        });
    }

    /** Also for one who knows the whole to the last record. */
    @Test
    void nobodyNarrowsWhatIsNotShown() {
        each((world, shown, seed) -> {
            for (Long whole : new Long[] {null, (long) world.facts.size()}) {
                assertEquals(Set.of(), narrowed(world, shown, whole), seed);
            }
        });
    }

    /** Cells that are known more closely than to ten records, out of tables of which something is shown. */
    private static Set<String> narrowed(World world, List<Map<String, Integer>> shown, @Nullable Long whole) {
        Attacker attacker = new Attacker(shown, whole);
        Set<String> narrowed = new HashSet<>();
        for (int table = 0; table < shown.size(); table++) {
            for (String category : shown.get(table).keySet()) {
                Interval known = attacker.of(table, category);
                assertTrue(known.holds(world.of(table, Set.of(category)).size()), "the attacker is wrong");
                boolean tells = shown.stream().anyMatch(each -> hidden(each).size() < each.size());
                if (tells && shown.get(table).get(category) == null && known.width() < RECORDS) {
                    narrowed.add(table + " " + category + " " + known);
                }
            }
        }
        return narrowed;
    }

    /** One who takes its own records away is left with at least half of those of four others. */
    @Test
    void noInstitutionNarrowsWhatOthersHaveInWhatIsNotShown() {
        each((world, shown, seed) -> {
            for (int table = 0; table < shown.size(); table++) {
                Set<String> hidden = hidden(shown.get(table));
                List<Fact> left = world.of(table, hidden);
                if (hidden.size() < shown.get(table).size() && !hidden.isEmpty()) {
                    Set<UUID> all = new HashSet<>();
                    left.forEach(fact -> all.addAll(fact.contributors().get(0)));
                    for (UUID one : all) {
                        long others = left.stream()
                                .filter(fact -> !fact.contributors().get(0).contains(one))
                                .count();
                        assertTrue(others >= RECORDS / 2, seed);
                    }
                }
            }
        });
    }

    @Test
    void theAttackerNarrowsWhatNothingElseStandsFor() {
        BiPredicate<World, Long> caught = (world, whole) -> !narrowed(
                        world,
                        IntStream.range(0, 3)
                                .mapToObj(world::shownWithoutComplement)
                                .toList(),
                        whole)
                .isEmpty();
        long known = 0;
        long unknown = 0;
        for (int i = 0; i < WORLDS; i++) {
            World world = new World(new SplittableRandom(SEED + i));
            known += caught.test(world, (long) world.facts.size()) ? 1 : 0;
            unknown += caught.test(world, null) ? 1 : 0;
        }
        assertTrue(known > WORLDS / 20, known + " of " + WORLDS + " with the whole, seed " + SEED);
        assertTrue(unknown > 0, "none from the tables alone, seed " + SEED);
    }

    private static List<Fact> facts(String category, int institutions, int each) {
        return IntStream.range(0, institutions)
                .mapToObj(i -> new Fact(each, List.of(Set.of(new UUID(0, i))), List.of(category)))
                .toList();
    }

    @Test
    void aCategoryThatIsAloneHiddenTakesTheSmallestShownAlong() {
        Map<String, Integer> shown = map(Suppression.counts(
                List.of("A", "B", "C"),
                Map.of("A", facts("A", 6, 4), "B", facts("B", 4, 100), "C", facts("C", 6, 200))));
        assertNull(shown.get("B"), "four institutions");
        assertNull(shown.get("A"), "the smallest that is shown");
        assertEquals(1200, shown.get("C"));
    }

    @Test
    void aCategoryOfNothingIsHiddenLikeOneOfFew() {
        Map<String, Integer> shown =
                map(Suppression.counts(List.of("A", "B", "C"), Map.of("A", facts("A", 6, 4), "C", facts("C", 6, 20))));
        Map<String, Integer> few = map(Suppression.counts(
                List.of("A", "B", "C"), Map.of("A", facts("A", 6, 4), "B", facts("B", 1, 1), "C", facts("C", 6, 20))));
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("A", null);
        expected.put("B", null);
        expected.put("C", 120);
        assertEquals(expected, shown);
        assertEquals(expected, few);
    }
}
