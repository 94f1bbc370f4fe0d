package org.simpul.delivery;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.delivery.Receiver.Got;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class WebhookTest extends HubTest {
    private static final String PATH = "/api/v1/webhooks";
    private static final String DEAD = "/api/v1/dead-letters";

    private final Receiver receiver = new Receiver();
    private final Institution bank = Institutions.bank();
    private final Person admin = bank.person(Role.PARTICIPANT_ADMIN);
    private final Person investigator = bank.person(Role.INVESTIGATOR);

    @Inject
    Told told;

    @Inject
    Courier courier;

    @AfterEach
    void close() {
        receiver.close();
    }

    private static ValidatableResponse register(Person who, String url) {
        return as(who).body(Map.of("url", url)).post(PATH).then();
    }

    private ValidatableResponse registered(String path) {
        return register(admin, receiver.at(path)).statusCode(201);
    }

    private void ring(Institution institution, boolean urgent) {
        UUID referral =
                Drafts.of(institution, institution.person(Role.INVESTIGATOR)).referral();
        told.of(institution, null, Permission.REFERRAL_READ, referral, urgent);
    }

    private Object sending(String column) {
        return Drafts.value("select " + column + " from outgoing where owner = ? order by id desc limit 1", bank.id());
    }

    /** As if the time until the next try had passed. */
    private void due() {
        Drafts.execute("update outgoing set next_at = now() - interval '1 second' where owner = ?", bank.id());
    }

    @Test
    void aWebhookGetsIdTimeAndTheUrgentBitSignedByItsSecret() throws GeneralSecurityException {
        String secret = registered("/hook").extract().path("secret");
        ring(bank, true);
        courier.drain();
        Got got = receiver.got("/hook").get(0);
        String id =
                as(investigator).get("/api/v1/notifications").then().extract().path("items[0].id");
        String at =
                as(investigator).get("/api/v1/notifications").then().extract().path("items[0].at");
        assertEquals("{\"id\":\"%s\",\"at\":\"%s\",\"urgent\":true}".formatted(id, at), got.body());
        assertEquals(id, got.header("webhook-id"));
        assertTrue(got.header("content-type").startsWith("application/json"));
        long age = Instant.now().getEpochSecond() - Long.parseLong(got.header("webhook-timestamp"));
        assertTrue(age >= 0 && age < 60, age + " s");
        assertEquals("v1," + mac(secret, got), got.header("webhook-signature"));
        assertEquals("SENT", sending("state"));
    }

    /** By hand, as a receiver would. */
    private static String mac(String secret, Got got) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertEquals(32, key.length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSecretIsShownOnceAndStoredNowhere() {
        ValidatableResponse created = registered("/hook");
        String id = created.extract().path("id");
        String secret = created.extract().path("secret");
        as(admin)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("secrets", hasSize(1));
        as(admin).get(PATH).then().body("items[0].secret", nullValue());
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] salt =
                (byte[]) Drafts.value("select salt from webhook_secret where webhook_id = ?", UUID.fromString(id));
        assertFalse(Arrays.equals(key, salt));
    }

    @Test
    void whileASecretIsRotatedBothSignAndNoThird() throws GeneralSecurityException {
        String id = registered("/hook").extract().path("id");
        String former = rotate(id);
        String newest = rotate(id);
        ring(bank, false);
        courier.drain();
        Got got = receiver.got("/hook").get(0);
        assertEquals("v1," + mac(newest, got) + " v1," + mac(former, got), got.header("webhook-signature"));
        as(admin)
                .get(PATH + "/" + id)
                .then()
                .body("secrets", hasSize(2))
                .body("secrets[0].ends_at", nullValue())
                .body("secrets[1].ends_at", notNullValue());
        Drafts.execute("update webhook_secret set ends_at = now() where ends_at is not null");
        ring(bank, false);
        courier.drain();
        Got later = receiver.got("/hook").get(1);
        assertEquals("v1," + mac(newest, later), later.header("webhook-signature"));
    }

    private String rotate(String id) {
        return as(admin)
                .post(PATH + "/" + id + "/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.simpul.test/, without_tls",
        "ftp://hooks.simpul.test/, without_tls",
        "https://elsewhere.simpul.test/, host_not_agreed",
        "https://hooks.simpul.test.evil.example/, host_not_agreed",
        "https://hooks.simpul.test./, host_not_agreed",
        "https://127.0.0.1/, host_not_agreed",
        "https://10.0.0.1/, host_not_agreed",
        "https://169.254.169.254/latest/meta-data/, host_not_agreed",
        "https://0.0.0.0/, host_not_agreed",
        "https://[::1]/, host_not_agreed",
        "https://[::ffff:10.0.0.1]/, host_not_agreed",
        "https://2130706433/, no_webhook_address|host_not_agreed",
        "https://0x7f000001/, no_webhook_address|host_not_agreed",
        "https://0177.0.0.1/, no_webhook_address|host_not_agreed",
        "https://hooks.simpul.test@127.0.0.1/, no_webhook_address",
        "https://user:word@hooks.simpul.test/, no_webhook_address",
        "https://hooks.simpul.test%2f@evil.example/, no_webhook_address",
        "https://hooks.simpul.test\\@evil.example/, no_webhook_address",
        "https://hooks.simpul.test/#part, no_webhook_address",
        "https://hooks.simpul.test:8443/, port_not_agreed",
        "https://hooks.simpul.test:22/, port_not_agreed",
        "https:hooks.simpul.test, no_webhook_address",
        "/hook, no_webhook_address",
        "'https://hooks.simpul.test/ x', no_webhook_address"
    })
    void onlyPlainAddressesOfAgreedHostsAreTaken(String url, String code) {
        String told = register(admin, url).statusCode(400).extract().path("violations[0].code");
        assertTrue(told.matches(code), told);
    }

    @Test
    void anAgreedHostIsTakenInAnyCaseAndOnItsPort() {
        register(admin, "https://HOOKS.simpul.test:443/simpul?tenant=7").statusCode(201);
    }

    @Test
    void directingAlertsTakesASecondFactor() {
        given().auth()
                .oauth2(Tokens.ofOneFactor(admin))
                .contentType("application/json")
                .body(Map.of("url", "https://hooks.simpul.test/"))
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void thereAreFiveAtMost() {
        for (int i = 0; i < 5; i++) {
            registered("/hook");
        }
        register(admin, receiver.at("/hook")).statusCode(409);
    }

    @Test
    void aRedirectIsNotFollowed() {
        registered("/hook");
        receiver.redirects("/hook", receiver.at("/inside"));
        ring(bank, false);
        courier.drain();
        assertEquals(1, receiver.got("/hook").size());
        assertEquals(0, receiver.got("/inside").size());
        assertEquals("REDIRECTED", sending("last_result"));
    }

    @Test
    void aFailureIsTriedAgainAfterGrowingPausesAndThenLiesOpenAsADeadLetter() {
        registered("/hook");
        receiver.answers("/hook", 500);
        ring(bank, true);
        List<Duration> pauses = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        for (Duration pause : pauses) {
            courier.drain();
            assertEquals("WAITING", sending("state"));
            Number seconds = (Number) sending("extract(epoch from next_at - last_at)");
            assertEquals(pause.toSeconds(), seconds.longValue());
            due();
        }
        courier.drain();
        assertEquals(10, receiver.got("/hook").size());
        assertEquals(
                1,
                receiver.got("/hook").stream()
                        .map(got -> got.header("webhook-id"))
                        .distinct()
                        .count());
        as(admin)
                .get(DEAD)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].result", equalTo("FAILED"))
                .body("items[0].attempts", equalTo(10))
                .body("items[0].urgent", equalTo(true));
        courier.drain();
        assertEquals(10, receiver.got("/hook").size());
    }

    @Test
    void aDeadLetterIsSentAgainOnDemand() {
        registered("/hook");
        receiver.answers("/hook", 400);
        ring(bank, false);
        Drafts.execute("update outgoing set attempts = 9 where owner = ?", bank.id());
        courier.drain();
        String letter = as(admin).get(DEAD).then().extract().path("items[0].id");
        Person stranger = Institutions.bank().person(Role.PARTICIPANT_ADMIN);
        as(stranger).get(DEAD).then().body("items", hasSize(0));
        as(stranger).post(DEAD + "/" + letter + "/redeliveries").then().statusCode(404);
        receiver.answers("/hook", 200);
        as(admin).post(DEAD + "/" + letter + "/redeliveries").then().statusCode(200);
        as(admin).post(DEAD + "/" + letter + "/redeliveries").then().statusCode(409);
        courier.drain();
        assertEquals(2, receiver.got("/hook").size());
        assertEquals("SENT", sending("state"));
        as(admin).get(DEAD).then().body("items", hasSize(0));
    }

    @Test
    void whatWasTakenAndNeverSettledIsSentWhenItsTimeIsOver() {
        registered("/hook");
        ring(bank, false);
        // a hub that dies between taking and sending
        Drafts.execute(
                "update outgoing set attempts = attempts + 1, next_at = now() + interval '5 minutes' where owner = ?",
                bank.id());
        courier.drain();
        assertEquals(0, receiver.got("/hook").size());
        due();
        courier.drain();
        assertEquals(1, receiver.got("/hook").size());
    }

    @Test
    void whatHasArrivedIsNotSentAgain() {
        registered("/hook");
        ring(bank, false);
        courier.drain();
        due();
        courier.drain();
        assertEquals(1, receiver.got("/hook").size());
    }

    @Test
    void aWebhookThatWasRemovedGetsNothingMore() {
        String id = registered("/hook").extract().path("id");
        ring(bank, false);
        as(admin).delete(PATH + "/" + id).then().statusCode(204);
        courier.drain();
        assertEquals(0, receiver.got("/hook").size());
        assertEquals("WITHDRAWN", sending("state"));
        as(admin).get(PATH + "/" + id).then().statusCode(404);
        as(admin).get(PATH).then().body("items", hasSize(0));
        ring(bank, false);
        courier.drain();
        assertEquals(0, receiver.got("/hook").size());
    }

    @Test
    void whatIsNotSeenAnyMoreIsNotSent() {
        registered("/hook");
        ring(bank, false);
        // its object is another's by now
        Drafts.execute("update notification set object_id = gen_random_uuid() where owner = ?", bank.id());
        courier.drain();
        assertEquals(0, receiver.got("/hook").size());
        assertEquals("WITHDRAWN", sending("state"));
    }

    @Test
    void aSuspendedInstitutionIsSentNothingUntilItIsBack() {
        registered("/hook");
        ring(bank, false);
        Institutions.setStatus(bank, "SUSPENDED");
        for (int i = 0; i < 12; i++) {
            due();
            courier.drain();
        }
        assertEquals(0, receiver.got("/hook").size());
        assertEquals(0, ((Number) sending("attempts")).intValue(), "waiting costs tries");
        assertEquals(true, sending("next_at > now() + interval '50 minutes'"));
        Institutions.setStatus(bank, "ADMITTED");
        due();
        courier.drain();
        assertEquals(1, receiver.got("/hook").size());
    }

    @Test
    void whatIsForOnePersonGoesToNoSystem() {
        registered("/hook");
        UUID person = Drafts.id(investigator);
        told.of(
                bank,
                person,
                Permission.REFERRAL_READ,
                Drafts.of(bank, investigator).referral(),
                true);
        courier.drain();
        assertEquals(0, receiver.got("/hook").size());
    }

    @Test
    void oneThatIsSlowHoldsUpNobodyElse() throws InterruptedException {
        registered("/slow");
        CountDownLatch latch = receiver.holds("/slow");
        Institution other = Institutions.bank();
        register(other.person(Role.PARTICIPANT_ADMIN), receiver.at("/quick")).statusCode(201);
        for (int i = 0; i < 3; i++) {
            ring(bank, true);
        }
        ring(other, false);
        courier.dispatch();
        Eventually.holds(() -> receiver.got("/quick").size() == 1);
        Eventually.holds(() -> receiver.got("/slow").size() == 1);
        // one sending under way for each target, and no more
        courier.dispatch();
        courier.dispatch();
        ring(other, false);
        courier.dispatch();
        Eventually.holds(() -> receiver.got("/quick").size() == 2);
        assertEquals(1, receiver.got("/slow").size());
        latch.countDown();
    }

    @Test
    void theSendingIsRecordedBeforeItLeaves() {
        registered("/hook");
        ring(bank, false);
        courier.drain();
        assertEquals(
                1,
                Drafts.count(
                        "from audit_entry where participant_id = ? and act = 'notification.sent'"
                                + " and actor = 'system:notifier' and object_kind = 'NOTIFICATION'",
                        bank.id()));
    }
}
