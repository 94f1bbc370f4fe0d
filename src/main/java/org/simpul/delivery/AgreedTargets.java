package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.simpul.shared.Problem;

/**
 * Hosts and mail domains that were agreed with a member: its administrator chooses among them, and can direct nothing to
 * where nobody has agreed to.
 */
@ApplicationScoped
class AgreedTargets {
    private static final String EVERYBODY = "*";

    private final DeliveryConfig config;

    AgreedTargets(DeliveryConfig config) {
        this.config = config;
    }

    /**
     * @param alias of the member
     * @return the address as it is kept
     * @throws Problem INVALID when it is no plain https address of an agreed host
     */
    URI requireWebhook(String alias, String url) {
        URI address = parse(url);
        String host = address.getHost();
        if (host == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || address.getRawAuthority().endsWith(":")) {
            throw Problem.invalid("url", "no_webhook_address");
        }
        boolean trusted = config.trusts(host);
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && trusted)) {
            throw Problem.invalid("url", "without_tls");
        }
        // exactly as agreed: no number, no other spelling of an address ever stands on the list
        if (!isAgreed(config.webhookHosts(), alias, host)) {
            throw Problem.invalid("url", "host_not_agreed");
        }
        if (!trusted && address.getPort() != -1 && !config.webhookPorts().contains(address.getPort())) {
            throw Problem.invalid("url", "port_not_agreed");
        }
        return address;
    }

    boolean allowsWebhook(String alias, String url) {
        try {
            requireWebhook(alias, url);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    /** Whether mail may go there. */
    boolean allowsMail(String alias, String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return isAgreed(config.mailDomains(), alias, domain);
    }

    private static boolean isAgreed(Map<String, Set<String>> agreed, String alias, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return agreed.getOrDefault(alias, Set.of()).contains(lower)
                || agreed.getOrDefault(EVERYBODY, Set.of()).contains(lower);
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw Problem.invalid("url", "no_webhook_address");
        }
    }
}
