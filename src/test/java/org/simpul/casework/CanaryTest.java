package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.identifier;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

/**
 * Plants what tells who a child is in every place where it comes, goes the whole road with it, and then looks for it in
 * the files of the database, in what the hub logged, and in the audit.
 */
@QuarkusTest
class CanaryTest extends HubTest {
    private static final int CHUNK = 8 << 20;

    @Inject
    OutboxDispatcher outbox;

    private final String first = letters();
    private final String last = letters();
    private final String name = capital(first) + " " + capital(last);
    private final String number = "7" + digits(12);
    private final String phone = "+62813" + digits(8);
    private final String remarks = letters();
    /** Of somebody who is not protected: what proves that the search finds. */
    private final String control = letters();

    private static String letters() {
        StringBuilder text = new StringBuilder();
        ThreadLocalRandom.current().ints(14, 'a', 'z' + 1).forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static String digits(int count) {
        StringBuilder text = new StringBuilder();
        ThreadLocalRandom.current().ints(count, 1, 10).forEach(text::append);
        return text.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Test
    void aChildIsNowhereInTheFilesTheLogsAndTheAudit() {
        Instant start = Instant.now().minusSeconds(2);
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Handler handler = collecting(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            theWholeRoad();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        Database.updateAsSuperuser("checkpoint");

        Set<String> found = new TreeSet<>();
        Map<String, byte[]> canaries = forms(first, last, number, phone.substring(1), remarks);
        Map<String, byte[]> controls = Map.of(control, control.getBytes(StandardCharsets.UTF_8));
        Set<String> controlled = new TreeSet<>();
        for (Path file : filesSince(start)) {
            search(file, canaries).forEach(canary -> found.add(canary + " in " + named(file)));
            search(file, controls).forEach(canary -> controlled.add(place(file)));
        }
        assertEquals(Set.of(), found);
        assertTrue(controlled.contains("base"), "the search finds nothing in tables: " + controlled);
        assertTrue(controlled.contains("pg_wal"), "the search finds nothing in the log of the database: " + controlled);

        assertEquals(
                List.of(),
                logged.stream()
                        .filter(line -> canaries.keySet().stream().anyMatch(canary -> line.toLowerCase(Locale.ROOT)
                                .contains(canary)))
                        .toList());
        for (String canary : List.of(first, last, number, phone.substring(1), remarks)) {
            assertEquals(
                    0,
                    Drafts.count("from audit_entry a where row_to_json(a)::text ilike '%' || ? || '%'", canary),
                    canary);
        }
    }

    private void theWholeRoad() {
        Institution bank = Institutions.bank();
        Object childs = account(number);
        Object other = account("3600000009");
        Map<String, Object> child = new HashMap<>(
                subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", name, childs, identifier("PHONE", "", phone)));
        child.put("remarks", "sekolah " + remarks);
        ReferralSteps referral = ReferralSteps.draft(bank)
                .filled("3600000001")
                .subject(child)
                .subject(subject("MULE", "ADULT", "Orang " + control, account("3600000002")));
        referral.transactions(
                transaction(
                        childs, other, "TRF_" + name.toUpperCase(Locale.ROOT).replace(' ', '_')),
                transaction(other, identifier("E_WALLET", "dompetku", phone), "untuk " + first),
                transaction(other, identifier("BANK_ACCOUNT", "ID:009", "000" + number), "control"));
        imported(referral);
        told(referral);
        referral.submit();
        outbox.drain();

        Desk desk = new Desk();
        UUID intake = desk.accepted(Desk.intakeOf(referral.id()));
        by(desk.analyst).get("/api/v1/intakes/" + intake).then().statusCode(200);
        by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/transactions")
                .then()
                .statusCode(200);
        by(desk.analyst).get("/api/v1/intakes/" + intake + "/links").then().statusCode(200);
        String file = desk.caseOf(intake);
        by(desk.analyst)
                .get("/api/v1/cases/" + file + "/possible-same-children")
                .then()
                .statusCode(200);
        disseminated(referral, desk, file);
        referral.newVersion();
        Object childId = referral.read().path("version.subjects[1].id");
        referral.done(referral.edit().delete(referral.path() + "/subjects/" + childId), 204);
    }

    /** A file of the same payments: its rows wait in the database before they are published. */
    private void imported(ReferralSteps referral) {
        String imports = referral.path() + "/imports";
        String run = as(referral.investigator())
                .body(Map.of())
                .post(imports)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String rows =
                """
                date,amount,currency,from_account,from_type,from_scope,to_account,to_type,to_scope,channel,remark
                2026-01-05,150000,IDR,%s,BANK_ACCOUNT,ID:014,3600000009,BANK_ACCOUNT,ID:014,APP_%s,kepada %s ya
                2026-01-06,150000,IDR,3600000009,BANK_ACCOUNT,ID:014,%s,E_WALLET,dompetku,QRIS,rek %s
                """
                        .formatted(number, first.toUpperCase(Locale.ROOT), name, "0" + phone.substring(3), number);
        given().auth()
                .oauth2(Tokens.of(referral.investigator()))
                .contentType("text/csv")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .put(imports + "/" + run + "/content")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        referral.done(referral.read(), 200);
    }

    /** Texts that tell her are refused before anything is stored. */
    private void told(ReferralSteps referral) {
        Map<String, Object> fields = ReferralSteps.complete();
        fields.put("narrative", "Uang dari banyak pihak untuk " + name + ".");
        referral.edit().body(fields).put(referral.path()).then().statusCode(400);
        fields.put("narrative", "Rekening " + number + " menerima.");
        referral.edit().body(fields).put(referral.path()).then().statusCode(400);
        Map<String, Object> relative = new HashMap<>(subject("RELATIVE", "ADULT", "Ibu Sari", account("3600000003")));
        relative.put("remarks", "ibu dari " + first);
        referral.edit()
                .body(relative)
                .post(referral.path() + "/subjects")
                .then()
                .statusCode(400);
        as(referral.investigator())
                .body(Map.of(
                        "object",
                        Map.of(
                                "kind",
                                "REFERRAL",
                                "id",
                                referral.id(),
                                "subject",
                                referral.read().path("version.subjects[1].reference")),
                        "purpose",
                        "FILING",
                        "reason",
                        "Siapakah " + name + " itu?"))
                .post("/api/v1/unmaskings")
                .then()
                .statusCode(400);
    }

    private void disseminated(ReferralSteps referral, Desk desk, String file) {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        Drafts.id(officer);
        List<Object> subjects = ids("referral_subject", referral);
        Map<String, Object> form = new HashMap<>(Map.of(
                "case_id",
                file,
                "product",
                "HA",
                "letter_number",
                "HA/12/2026",
                "letter_date",
                "2026-03-02",
                "title",
                "A child to find",
                "predicate_offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "legal_basis",
                "UU_8_2010_ART_44",
                "purpose",
                "LOCATE_AND_PROTECT",
                "handling",
                Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED"),
                "rows",
                Map.of("subjects", subjects, "transactions", ids("referral_transaction", referral))));
        form.put("recipients", List.of());
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        form.put("narrative", "Cari " + name + " segera.");
        desk.draft(form).statusCode(400);
        form.put("narrative", "Small sums from many senders.");
        String dissemination = desk.disseminated(form);
        String matter = matter(agency);
        under(matter, officer)
                .body(Map.of("identifier", account(number)))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", equalTo(List.of()));
        String reference = under(matter, officer)
                .get("/api/v1/disseminations/" + dissemination)
                .path("content.subjects.find { it.protected }.reference");
        String unmasking = under(matter, officer)
                .body(Map.of(
                        "object",
                        Map.of("kind", "DISSEMINATION", "id", dissemination, "subject", reference),
                        "purpose",
                        "LOCATE_AND_PROTECT",
                        "reason",
                        "We visit the family tonight."))
                .post("/api/v1/unmaskings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        under(matter, agency.person(Role.LE_SUPERVISOR))
                .body(Map.of("decision", "APPROVE"))
                .post("/api/v1/unmaskings/" + unmasking + "/decisions")
                .then()
                .statusCode(200);
        under(matter, officer)
                .get("/api/v1/unmaskings/" + unmasking + "/details")
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    private static List<Object> ids(String table, ReferralSteps referral) {
        return Database.queryAsSuperuser(
                "select r.id from " + table
                        + " r join referral_version v on v.id = r.version_id where v.referral_id = ?",
                referral.id());
    }

    private static Handler collecting(Queue<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                StringBuilder text = new StringBuilder(String.valueOf(line.getMessage()));
                if (line.getParameters() != null) {
                    text.append(' ').append(List.of(line.getParameters()));
                }
                for (Throwable thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) {
                    text.append(' ').append(thrown);
                }
                lines.add(text.toString());
            }

            @Override
            public void flush() {
                // nothing waits
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /** Each value as the database would hold it, in bytes of a text or of a bytea, and in what they are often turned into. */
    private static Map<String, byte[]> forms(String... values) {
        Map<String, byte[]> forms = new HashMap<>();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            forms.put(value, bytes);
            forms.put(capital(value) + "!", capital(value).getBytes(StandardCharsets.UTF_8));
            forms.put(value + " in capitals", value.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            forms.put(value + " in UTF-16", value.getBytes(StandardCharsets.UTF_16LE));
            forms.put(value + " in hexadecimal", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.UTF_8));
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            forms.put(
                    value + " in base 64",
                    base64.substring(0, base64.length() - 2).getBytes(StandardCharsets.UTF_8));
        }
        return forms;
    }

    private static List<Path> filesSince(Instant start) {
        try (Stream<Path> files = Files.walk(PostgresResource.dataDirectory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> changedSince(file, start))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table, where the file is one. */
    private static String named(Path file) {
        Path inside = PostgresResource.dataDirectory().relativize(file);
        List<Object> relation = Database.queryAsSuperuser(
                "select relname::text from pg_class where pg_relation_filepath(oid) = ?", inside.toString());
        return relation.isEmpty() ? inside.toString() : relation.get(0).toString();
    }

    private static boolean changedSince(Path file, Instant start) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(start);
        } catch (IOException e) {
            // gone meanwhile
            return false;
        }
    }

    private static String place(Path file) {
        return PostgresResource.dataDirectory().relativize(file).getName(0).toString();
    }

    /** @return those of the canaries that the file holds */
    private static List<String> search(Path file, Map<String, byte[]> canaries) {
        List<String> found = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        canaries.forEach((canary, bytes) -> texts.put(canary, new String(bytes, StandardCharsets.ISO_8859_1)));
        try (var input = Files.newInputStream(file)) {
            byte[] buffer = new byte[CHUNK];
            int kept = 0;
            int read;
            while ((read = input.readNBytes(buffer, kept, CHUNK - kept)) > 0) {
                String chunk = new String(buffer, 0, kept + read, StandardCharsets.ISO_8859_1);
                texts.forEach((canary, text) -> {
                    if (chunk.contains(text)) {
                        found.add(canary);
                    }
                });
                // a value may lie across two chunks
                int tail = Math.min(64, kept + read);
                System.arraycopy(buffer, kept + read - tail, buffer, 0, tail);
                kept = tail;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
