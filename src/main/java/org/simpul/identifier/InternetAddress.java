package org.simpul.identifier;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Single IP addresses: no ranges, prefixes, zones, or the loose spellings of inet_aton. */
final class InternetAddress {
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Fa-f:.]*");
    /** Leading zeros in IPv4 are refused: some systems read 010 as eight (RFC 6943, section 3.1.1). */
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allow_inet_aton(false)
            .getIPv4AddressParametersBuilder()
            .allowLeadingZeros(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowBase85(false)
            .allowBinary(false)
            .getParentBuilder()
            .toParams();

    private InternetAddress() {}

    /** Dotted decimal, or RFC 5952; an IPv4 address mapped into IPv6 becomes IPv4 again. */
    static String canonical(String text) {
        String written = Characters.only(WRITTEN, HostName.refanged(text));
        try {
            IPAddress address = new IPAddressString(written, STRICT).toAddress();
            if (address.isIPv6() && address.toIPv6().isIPv4Mapped()) {
                return address.toIPv6().getEmbeddedIPv4Address().toCanonicalString();
            }
            return address.toCanonicalString();
        } catch (AddressStringException | IncompatibleAddressException e) {
            throw new InvalidIdentifierException(MALFORMED);
        }
    }
}
