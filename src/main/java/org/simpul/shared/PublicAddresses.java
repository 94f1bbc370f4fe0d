package org.simpul.shared;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for requests that a member's data lead to: a name with any address inside a private network is refused,
 * and the connection goes to the very address that was looked at, so that a second look-up can't answer otherwise.
 */
public class PublicAddresses implements DnsResolver {
    /** IANA's special-purpose registries (RFC 6890), beyond what the JDK tells apart by itself. */
    private static final List<IPAddress> SPECIAL = List.of(
            network("0.0.0.0/8"),
            network("100.64.0.0/10"),
            network("192.0.0.0/24"),
            network("192.0.2.0/24"),
            network("192.88.99.0/24"),
            network("198.18.0.0/15"),
            network("198.51.100.0/24"),
            network("203.0.113.0/24"),
            network("240.0.0.0/4"),
            // an IPv4 address in a dress that the JDK does not take off: compatible, translated
            network("::/96"),
            network("::ffff:0:0:0/96"),
            network("64:ff9b::/96"),
            network("64:ff9b:1::/48"),
            network("100::/64"),
            network("2001::/23"),
            network("2001:db8::/32"),
            network("2002::/16"),
            network("3fff::/20"),
            network("5f00::/16"),
            network("fc00::/7"));

    private final Predicate<String> trusted;
    private final LookUp names;

    /** @param trusted hosts that may have a private address */
    public PublicAddresses(Predicate<String> trusted) {
        this(trusted, InetAddress::getAllByName);
    }

    public PublicAddresses(Predicate<String> trusted, LookUp names) {
        this.trusted = trusted;
        this.names = names;
    }

    /** Who tells the addresses of a name. */
    public interface LookUp {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** The name leads into a private network. */
    public static final class PrivateAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddress() {
            super("a private address");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        if (!trusted.test(host)) {
            for (InetAddress address : addresses) {
                if (isPrivate(address)) {
                    throw new PrivateAddress();
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        IPAddress plain = new IPAddressString(address.getHostAddress()).getAddress();
        return SPECIAL.stream().anyMatch(network -> network.contains(plain));
    }

    private static IPAddress network(String text) {
        return new IPAddressString(text).getAddress();
    }
}
