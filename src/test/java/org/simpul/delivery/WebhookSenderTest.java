package org.simpul.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simpul.shared.PublicAddresses;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where a name leads when it comes to sending, after the address has been agreed to. */
@QuarkusTest
class WebhookSenderTest extends HubTest {
    private final Receiver receiver = new Receiver();

    @Inject
    ObjectMapper json;

    @Inject
    DeliveryConfig config;

    @Inject
    InstantSource clock;

    @Inject
    WebhookSender sender;

    @AfterEach
    void close() {
        receiver.close();
    }

    private static Letter.ToWebhook letter(String url) {
        return new Letter.ToWebhook(
                URI.create(url), new Letter.Body(UUID.randomUUID(), Instant.now(), false), List.of(new byte[32]));
    }

    private WebhookSender with(PublicAddresses.LookUp names) {
        return new WebhookSender(json, config, clock, new PublicAddresses(host -> false, names));
    }

    private String rebound() {
        return "http://rebound.simpul.test:" + receiver.port() + "/hook";
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.0.0.8",
                "172.16.3.4",
                "192.168.0.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fd00::1",
                "fe80::1"
            })
    void aNameThatLeadsInsideIsRefused(String address) {
        assertEquals(
                SendResult.PRIVATE_ADDRESS, with(host -> addresses(address)).send(letter(rebound())));
        assertEquals(0, receiver.got("/hook").size());
    }

    @Test
    void oneAddressInsideAmongPublicOnesIsEnoughToRefuse() {
        assertEquals(
                SendResult.PRIVATE_ADDRESS,
                with(host -> addresses("8.8.8.8", "127.0.0.1")).send(letter(rebound())));
        assertEquals(0, receiver.got("/hook").size());
    }

    @Test
    void theConnectionGoesToTheAddressThatWasLookedAtHoweverTheNameTurns() {
        AtomicInteger lookUps = new AtomicInteger();
        // public at the first look, the hub's own machine at every other one; the first has nobody who answers
        WebhookSender turning = with(host -> addresses(lookUps.getAndIncrement() == 0 ? "198.20.0.1" : "127.0.0.1"));
        assertEquals(SendResult.UNREACHABLE, turning.send(letter(rebound())));
        assertEquals(1, lookUps.get());
        assertEquals(SendResult.PRIVATE_ADDRESS, turning.send(letter(rebound())));
        assertEquals(0, receiver.got("/hook").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "017700000001", "127.1"})
    void anAddressInAnotherSpellingIsStillInside(String host) {
        SendResult result = new WebhookSender(json, config, clock, new PublicAddresses(name -> false))
                .send(letter("http://" + host + ":" + receiver.port() + "/hook"));
        assertTrue(result == SendResult.PRIVATE_ADDRESS || result == SendResult.UNREACHABLE, result.name());
        assertEquals(0, receiver.got("/hook").size());
    }

    @Test
    void aStatusIsAllThatIsTakenFromAnAnswer() {
        for (int status : List.of(200, 202, 204)) {
            receiver.answers("/hook", status);
            assertEquals(SendResult.ACCEPTED, sender.send(letter(receiver.at("/hook"))));
        }
        receiver.answers("/hook", 410);
        assertEquals(SendResult.REFUSED, sender.send(letter(receiver.at("/hook"))));
        receiver.answers("/hook", 503);
        assertEquals(SendResult.FAILED, sender.send(letter(receiver.at("/hook"))));
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLong() {
        CountDownLatch latch = receiver.holds("/hook");
        Instant before = Instant.now();
        assertEquals(SendResult.UNREACHABLE, sender.send(letter(receiver.at("/hook"))));
        assertTrue(Duration.between(before, Instant.now())
                        .compareTo(config.patience().multipliedBy(4))
                < 0);
        latch.countDown();
    }

    @Test
    void nobodyThereIsUnreachable() {
        receiver.close();
        assertEquals(SendResult.UNREACHABLE, sender.send(letter(receiver.at("/hook"))));
    }
}
