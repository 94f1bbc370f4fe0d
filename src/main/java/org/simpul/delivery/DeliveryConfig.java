package org.simpul.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How notifications leave the hub, and whereto. Public, since the validation of groups asks them from outside. */
@ConfigMapping(prefix = "simpul.delivery")
public interface DeliveryConfig {

    /**
     * Hosts that webhooks may go to, by the alias of their member; the operator enters what the agreement of admission
     * names. Under {@code *} stand hosts for every member, for a demonstration.
     */
    Map<String, Set<String>> webhookHosts();

    /** Domains that mail may go to, by the alias of their member; likewise. */
    Map<String, Set<String>> mailDomains();

    /** Ports of webhooks. */
    @WithDefault("443")
    Set<Integer> webhookPorts();

    /** Hosts that may have a private address and no TLS: for a demonstration, or a gateway beside the hub. */
    Optional<Set<String>> trustedHosts();

    /** For each step of a sending: to connect, and to get a piece of the answer; twice for the whole of it. */
    @WithDefault("PT5S")
    Duration patience();

    /** How long after each failed try the next one is made; after the last of them nobody tries any more. */
    @WithDefault("PT1M,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
    List<Duration> pauses();

    /** How long a webhook's former secret goes on signing beside the new one. */
    @WithDefault("P1D")
    Duration formerSecretLasts();

    Mail mail();

    Streams streams();

    /** Mail is off until a server is configured ({@code quarkus.mailer}). */
    interface Mail {
        @WithDefault("false")
        boolean enabled();

        /** Where the console is; the only address that a mail names. */
        @WithDefault("http://localhost:8080/console")
        URI console();
    }

    /** Open event streams. */
    interface Streams {
        /** No longer than a token lives; a client comes again with a new one. */
        @WithDefault("PT5M")
        Duration lasts();

        @WithDefault("PT15S")
        Duration heartbeat();

        @WithDefault("6")
        int perPerson();

        @WithDefault("1000")
        int perInstance();
    }

    default boolean trusts(String host) {
        return trustedHosts().map(hosts -> hosts.contains(host)).orElse(false);
    }
}
