package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.matrix.Reads.Reader;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Two worlds that differ only in what one institution reported of a list: the other one that has the list reads the same
 * bytes in both, at once and after the next edition.
 */
@QuarkusTest
class SightingsFeltByNobodyTest extends HubTest {
    /** A list that reaches two institutions, as one of them sees it. */
    private static final class Side {
        private final Institution bank = Institutions.bank();
        private final Institution reporter = Institutions.bank();
        private final String account = ListSteps.account();
        private final String other = ListSteps.account();
        private final String later = ListSteps.account();
        private final ListSteps list;
        private final List<Reader> readers = new ArrayList<>();

        Side() {
            Map<String, Object> named = ListSteps.entry(account);
            named.put("typology_code", "T02");
            list = ListSteps.to(bank, reporter);
            list.add(List.of(named, ListSteps.entry(other))).statusCode(200);
            list.published();
            report(bank, "SEEN", 2);
            for (Role role : List.of(Role.INVESTIGATOR, Role.COMPLIANCE_OFFICER, Role.PARTICIPANT_ADMIN)) {
                readers.add(new Reader(bank.person(role), "", Target.of(list.id)));
            }
        }

        void report(Institution from, String kind, int times) {
            assertEquals(
                    201,
                    post(from.person(Role.INVESTIGATOR), list.path() + "/sightings", sighting(kind, times))
                            .status());
        }

        private Map<String, Object> sighting(String kind, int times) {
            return Map.of(
                    "identifier",
                    ListSteps.identifier(account),
                    "kind",
                    kind,
                    "times",
                    times,
                    "seen_from",
                    "2026-03-01",
                    "seen_until",
                    "2026-03-02");
        }

        void nextEdition() {
            list.with(later).published();
        }

        private static Wire.Reply post(Person person, String path, Object body) {
            return Wire.send(
                    "POST",
                    path,
                    Map.of("Authorization", "Bearer " + Tokens.of(person), "Content-Type", "application/json"),
                    body);
        }

        /** Every read, and what is asked or refused by POST. */
        Map<String, Answer> answers() {
            Map<String, Answer> answers = new TreeMap<>(Reads.by(readers));
            Reader reader = readers.get(0);
            Map<String, Object> asked =
                    Map.of("identifiers", List.of(ListSteps.identifier(account), ListSteps.identifier(other)));
            answers.put("screen", Answer.of(post(reader.person(), "/api/v1/screenings", asked), reader.object()));
            answers.put(
                    "sums", Answer.of(post(reader.person(), list.path() + "/sighting-sums", asked), reader.object()));
            answers.put(
                    "a report that is refused",
                    Answer.of(post(reader.person(), list.path() + "/sightings", sighting("SEEN", 0)), reader.object()));
            answers.remove("listPeople by " + readers.get(2).person().login());
            return answers;
        }

        /** Without what differs between any two lists and institutions: names, ids, values, times and lengths. */
        Map<String, String> masked() {
            Map<String, String> masked = new TreeMap<>();
            answers().forEach((read, answer) -> {
                String told = answer.status() + " " + answer.headers() + " " + answer.body();
                for (Reader reader : readers) {
                    told = told.replace(reader.person().login(), "<person>");
                }
                told = told.replace(account, "<account>")
                        .replace(other, "<other>")
                        .replace(later, "<later>")
                        .replace(bank.alias(), "<bank>")
                        .replace(reporter.alias(), "<reporter>")
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "<time>")
                        .replaceAll("[0-9a-f]{64}", "<digest>")
                        .replaceAll("(?i)(etag|content-length): [^,\\]]+", "$1");
                masked.put(read.replaceAll(" by .*", "") + roleOf(read), inOrder(told));
            });
            return masked;
        }

        /** Entries come by their random ids. */
        private static String inOrder(String told) {
            return Stream.of(told.split("(?=\\{\"(?:change|identifier|id)\")|(?=],\"next_page_token)|(?<=\\n)"))
                    .map(part -> part.replaceAll(",$", ""))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }

        private String roleOf(String read) {
            for (int i = 0; i < readers.size(); i++) {
                if (read.endsWith(" by " + readers.get(i).person().login())) {
                    return " by " + i;
                }
            }
            return "";
        }
    }

    @Test
    void noByteOfAnotherMembersReadMovesWithWhatOneReports() {
        Side side = new Side();
        Map<String, Answer> before = side.answers();
        side.report(side.reporter, "SEEN", 1_000);
        side.report(side.reporter, "FALSE_POSITIVE", 70_000);
        side.report(side.reporter, "EXPIRED", 3);
        Map<String, Answer> after = side.answers();
        before.forEach((read, answer) -> assertEquals(answer, after.get(read), read));
        assertEquals(before.keySet(), after.keySet());
        assertTrue(before.get("screen").body().contains("T02"), "the control: it is screened against the list");
        // the control: its own report is felt
        side.report(side.bank, "SEEN", 5);
        assertNotEquals(before, side.answers());
    }

    @Test
    void theNextEditionTellsNothingOfItEither() {
        Side reported = new Side();
        Side silent = new Side();
        reported.report(reported.reporter, "SEEN", 1_000);
        reported.report(reported.reporter, "FALSE_POSITIVE", 70_000);
        reported.nextEdition();
        silent.nextEdition();
        Map<String, String> one = reported.masked();
        Map<String, String> other = silent.masked();
        assertEquals(other.keySet(), one.keySet());
        other.forEach((read, answer) -> assertEquals(answer, one.get(read), read));
        assertTrue(one.values().stream().anyMatch(answer -> answer.contains("<later>")), "the control: it came");
        // the control: what differs is seen
        reported.list.remove(reported.account).statusCode(200);
        reported.list.published();
        assertNotEquals(other, reported.masked());
    }
}
