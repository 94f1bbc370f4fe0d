package org.simpul.identifier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.simpul.access.Role;
import org.simpul.identifier.list.ListSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Addresses that are really sanctioned, one file {@code sanctioned_addresses_<ticker>.txt} for each currency and one address
 * on each line, as the United States' list of 27 September 2024 has them: {@code ./mvnw test -Dtest=SanctionedAddressesTest
 * -Dsimpul.sanctioned=<folder>}.
 */
@QuarkusTest
@EnabledIfSystemProperty(
        named = "simpul.sanctioned",
        matches = ".+",
        disabledReason = "the addresses were made elsewhere and are not part of the project")
class SanctionedAddressesTest extends HubTest {
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final int MOST_ASKED = 1_000;
    private static final String TRON = "tron:728126428";
    private static final String ETHEREUM = "eip155:1";
    private static final String BITCOIN = "bip122:000000000019d6689c085ae165831e93";
    private static final Map<String, String> CHAINS = Map.ofEntries(
            Map.entry("ARB", "eip155:42161"),
            Map.entry("BCH", "bip122:000000000000000000b15ad892af8f6a"),
            Map.entry("BSC", "eip155:56"),
            Map.entry("BSV", "bsv:mainnet"),
            Map.entry("BTG", "slip44:156"),
            Map.entry("DASH", "bip122:00000ffd590b1485b3caadc19b22e637"),
            Map.entry("ETC", "eip155:61"),
            Map.entry("ETH", ETHEREUM),
            Map.entry("LTC", "bip122:12a765e31ffd4059bada1e25190f6e98"),
            Map.entry("TRX", TRON),
            Map.entry("USDC", ETHEREUM),
            Map.entry("XBT", BITCOIN),
            Map.entry("XMR", "monero:418015bb9ae982a1975da7d79277c270"),
            Map.entry("XRP", "xrpl:0"),
            Map.entry("XVG", "bip122:00000fc63692467faeb20cdb3b53200d"),
            Map.entry("ZEC", "bip122:00040fe8ec8471911baa1db1266ea15d"));

    /** @param scope what a clerk would type for the file; a token's is told by the address */
    record Listed(String ticker, String text, String scope) {
        static Listed of(String ticker, String text) {
            return new Listed(
                    ticker,
                    text,
                    switch (ticker) {
                        case "USDT" -> text.startsWith("T") ? "trx" : text.startsWith("0x") ? "eth" : "btc";
                        case "USDC" -> "eth";
                        default -> ticker;
                    });
        }

        @Nullable
        IdentifierProblem problem() {
            try {
                canonical();
                return null;
            } catch (InvalidIdentifierException e) {
                return e.problem();
            }
        }

        Identifier canonical() {
            return Canonical.of(IdentifierType.CRYPTO_ADDRESS, scope, text);
        }

        String chain() {
            return switch (scope) {
                case "trx" -> TRON;
                case "eth" -> ETHEREUM;
                case "btc" -> BITCOIN;
                default -> CHAINS.get(ticker);
            };
        }

        Listed typed(String other) {
            return new Listed(ticker, other, scope);
        }

        Map<String, Object> asked() {
            return Map.of("type", "CRYPTO_ADDRESS", "scope", scope, "value", text);
        }
    }

    private final Institution bank = Institutions.bank();
    private final Person banker = bank.person(Role.INVESTIGATOR);
    private ListSteps list;

    @BeforeEach
    void begin() {
        list = ListSteps.to(bank);
    }

    @Test
    void everyLineHasItsCanonicalFormOnItsChainButTwo() throws IOException {
        List<Listed> lines = lines();
        assertEquals(654, lines.size());
        assertEquals(641, lines.stream().map(Listed::text).distinct().count());
        // an address of Tron among Bitcoin's; 64 hexadecimal digits, a payment id or a hash, among Monero's
        assertEquals(
                Set.of("XBT T SCOPE_MISMATCH", "XMR 5 MALFORMED"),
                lines.stream()
                        .filter(line -> line.problem() != null)
                        .map(line -> line.ticker() + " " + line.text().charAt(0) + " " + line.problem())
                        .collect(Collectors.toSet()));
        List<Listed> sound = sound(lines);
        assertEquals(653, sound.size());
        for (Listed line : sound) {
            assertEquals(line.chain(), line.canonical().scope(), line.ticker());
        }
    }

    @Test
    void allAreImportedAndFoundInWhateverFormTheyAreTyped() throws IOException {
        List<Listed> lines = lines();
        List<Integer> unsound = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).problem() != null)
                .map(i -> i + 2)
                .boxed()
                .toList();
        ValidatableResponse run = load("KEEP_VALID", lines)
                .body("status", equalTo("STORED"))
                .body("rows_read", equalTo(654))
                .body("rows_refused", equalTo(2));
        as(list.analyst)
                .get(list.path() + "/imports/" + run.extract().path("id") + "/findings")
                .then()
                .statusCode(200)
                .body("items.row_number", equalTo(unsound))
                .body("items.code", containsInAnyOrder("identifier_scope_mismatch", "identifier_malformed"));
        List<Listed> sound = sound(lines);
        load("REJECT_ALL", sound).body("status", equalTo("STORED")).body("rows_stored", equalTo(1));
        Set<String> expected = sound.stream()
                .map(line -> "CRYPTO_ADDRESS " + line.chain() + " "
                        + line.canonical().value())
                .collect(Collectors.toSet());
        assertEquals(
                expected,
                Set.copyOf(Database.queryAsSuperuser(
                        "select type || ' ' || scope || ' ' || value from list_entry where list_id = ?",
                        UUID.fromString(list.id))));
        list.published();
        List<Listed> typed =
                sound.stream().flatMap(SanctionedAddressesTest::inEveryForm).toList();
        assertTrue(typed.size() > sound.size());
        for (List<Listed> some : chunks(typed)) {
            screen(some)
                    .body("refused", empty())
                    .body(
                            "hits.index",
                            equalTo(IntStream.range(0, some.size()).boxed().toList()));
        }
    }

    @Test
    void oneOtherCharacterIsRefusedOrNotFound() throws IOException {
        List<Listed> sound = sound(lines());
        load("REJECT_ALL", sound).body("status", equalTo("STORED"));
        list.published();
        List<Listed> changed = sound.stream()
                .map(line -> line.typed(withOneOther(line.text(), line.text().length() / 2)))
                .toList();
        ValidatableResponse answer = screen(changed).body("hits", empty());
        Set<Integer> refused = new HashSet<>(answer.extract().path("refused.index"));
        for (int i = 0; i < changed.size(); i++) {
            // without capitals an address of Ethereum has no checksum
            boolean checked = !changed.get(i).text().startsWith("0x");
            assertTrue(!checked || refused.contains(i), changed.get(i).ticker() + " " + i);
        }
    }

    private static Stream<Listed> inEveryForm(Listed line) {
        String text = line.text();
        List<String> forms = new ArrayList<>(List.of(text, " " + text + "\u00a0"));
        if (text.startsWith("0x")) {
            forms.add("0x" + text.substring(2).toUpperCase(Locale.ROOT));
            forms.add(text.toLowerCase(Locale.ROOT));
        } else if (text.startsWith("bc1") || text.startsWith("ltc1")) {
            forms.add(text.toUpperCase(Locale.ROOT));
        } else if (line.ticker().equals("BCH")) {
            String canonical = line.canonical().value();
            forms.add(canonical);
            forms.add("bitcoincash:" + canonical);
            forms.add(("bitcoincash:" + canonical).toUpperCase(Locale.ROOT));
        }
        return forms.stream().map(line::typed);
    }

    private static String withOneOther(String text, int place) {
        char other = text.charAt(place) == '4' ? '5' : '4';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private ValidatableResponse load(String onError, List<Listed> lines) {
        String run = as(list.analyst)
                .body(Map.of("operation", "ADD", "on_error", onError, "defaults", Map.of("type", "CRYPTO_ADDRESS")))
                .post(list.path() + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String file = lines.stream()
                .map(line -> line.scope() + "," + line.text() + "\n")
                .collect(Collectors.joining("", "scope,value\n", ""));
        return as(list.analyst)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .put(list.path() + "/imports/" + run + "/content")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse screen(List<Listed> lines) {
        return as(banker)
                .body(Map.of("identifiers", lines.stream().map(Listed::asked).toList()))
                .post(SCREENINGS)
                .then()
                .statusCode(200);
    }

    private static List<List<Listed>> chunks(List<Listed> lines) {
        return IntStream.rangeClosed(0, (lines.size() - 1) / MOST_ASKED)
                .mapToObj(i -> lines.subList(i * MOST_ASKED, Math.min(lines.size(), (i + 1) * MOST_ASKED)))
                .toList();
    }

    /** Those that have a canonical form; the one on the wrong chain on its own. */
    private static List<Listed> sound(List<Listed> lines) {
        return lines.stream()
                .map(line -> line.problem() == IdentifierProblem.SCOPE_MISMATCH
                        ? new Listed("TRX", line.text(), "trx")
                        : line)
                .filter(line -> line.problem() == null)
                .toList();
    }

    private static List<Listed> lines() throws IOException {
        Path folder = Path.of(System.getProperty("simpul.sanctioned"));
        List<Listed> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String ticker = file.getFileName().toString().replaceAll("^sanctioned_addresses_|\\.txt$", "");
                Files.readAllLines(file).forEach(line -> lines.add(Listed.of(ticker, line)));
            }
        }
        return lines;
    }
}
