package org.simpul.identifier.list;

import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** The FIU's steps with a list, from its beginning to its editions. */
public final class ListSteps extends HubTest {
    public static final String PATH = "/api/v1/identifier-lists";
    private static final AtomicInteger COUNT = new AtomicInteger((int) (System.nanoTime() % 100_000_000));

    public final Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
    public final Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    public final String id;

    private ListSteps(@Nullable Person beginner, Map<String, Object> form) {
        id = as(beginner == null ? analyst : beginner)
                .body(form)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static ListSteps of(@Nullable Person beginner, Map<String, Object> form) {
        return new ListSteps(beginner, form);
    }

    public static ListSteps to(Institution... institutions) {
        return of(null, form(Arrays.stream(institutions).map(Institution::alias).toList()));
    }

    public static Map<String, Object> form(List<String> participants) {
        return new HashMap<>(Map.of(
                "title",
                "Accounts of sellers",
                "handling",
                Map.of("tlp", "TLP:AMBER", "pap", "PAP:AMBER"),
                "communities",
                List.of(),
                "participants",
                participants,
                "cadence_days",
                7));
    }

    /** An account that no other test has. */
    public static String account() {
        return "77" + "%010d".formatted(COUNT.incrementAndGet());
    }

    public static Map<String, Object> identifier(String account) {
        return Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", account);
    }

    public static Map<String, Object> entry(String account) {
        return new HashMap<>(Map.of("identifier", identifier(account), "confidence", 80));
    }

    public String path() {
        return PATH + "/" + id;
    }

    public ValidatableResponse add(List<Map<String, Object>> entries) {
        return as(analyst)
                .body(Map.of("entries", entries))
                .post(path() + "/entries")
                .then();
    }

    public ListSteps with(String... accounts) {
        add(Arrays.stream(accounts).map(ListSteps::entry).toList()).statusCode(200);
        return this;
    }

    public ValidatableResponse remove(String... accounts) {
        return as(analyst)
                .body(Map.of(
                        "identifiers",
                        Arrays.stream(accounts).map(ListSteps::identifier).toList()))
                .post(path() + "/removals")
                .then();
    }

    public ValidatableResponse handOver() {
        return as(analyst).post(path() + "/handovers").then();
    }

    public ValidatableResponse decide(Person person, String decision) {
        String digest = as(supervisor).get(path()).then().extract().path("workings.digest");
        return as(person)
                .body(Map.of("decision", decision, "digest", digest, "reason", "Look again."))
                .post(path() + "/decisions")
                .then();
    }

    public ListSteps approved() {
        handOver().statusCode(200);
        decide(supervisor, "APPROVE").statusCode(200);
        return this;
    }

    /** Approved, and the next point of the list's rhythm has come. */
    public ListSteps published() {
        return approved().out();
    }

    /** The next point of the list's rhythm has come. */
    public ListSteps out() {
        return due().looked();
    }

    /** The clock has looked for what is due. */
    public ListSteps looked() {
        clock().look();
        return this;
    }

    /** What editions left out is swept, as far as one look goes. */
    public ListSteps swept() {
        clock().sweep();
        return this;
    }

    private static ListClock clock() {
        return Arc.container().instance(ListClock.class).get();
    }

    /** As if the cadence had passed. */
    public ListSteps due() {
        Database.updateAsSuperuser(
                "update identifier_list set due_at = now() - interval '1 minute' where id = ?", UUID.fromString(id));
        return this;
    }

    public ValidatableResponse read(Person person) {
        return as(person).get(path()).then();
    }

    public List<String> seen(Person person) {
        return as(person)
                .get(path() + "/entries")
                .then()
                .statusCode(200)
                .extract()
                .path("items.identifier.value");
    }

    /** @return kinds and values, as {@code ADDED 123} */
    public List<String> changes(Person person, int since) {
        List<Map<String, Object>> items = as(person)
                .get(path() + "/changes?since=" + since)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(item -> item.get("change") + " " + ((Map<?, ?>) item.get("identifier")).get("value"))
                .sorted()
                .toList();
    }
}
