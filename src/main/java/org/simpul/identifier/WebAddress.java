package org.simpul.identifier;

import com.ibm.icu.lang.UCharacter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static org.simpul.identifier.IdentifierProblem.CREDENTIALS;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNSUPPORTED_CHARACTER;

/**
 * Web addresses, normalised after RFC 3986, section 6.2.2 and 6.2.3, and defanged, so that they can be stored and shown
 * as they are: {@code hxxps://example[.]com/a}. The fragment never reaches the server and is dropped.
 */
final class WebAddress {
    private static final Pattern SHAPE =
            Pattern.compile("(?i)h(?:tt|xx)p(s?)(?:://|\\[:]//|\\[://])([^/?#]*)([^?#]*)(\\?[^#]*)?(?:#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+))(?::([0-9]{0,9}))?");
    private static final int LAST_PORT = 65535;
    private static final String UNRESERVED = "-._~";
    private static final String KEPT_IN_PATH = "!$&'()*+,;=:@/";
    private static final String KEPT_IN_QUERY = KEPT_IN_PATH + "?";

    private WebAddress() {}

    static String canonical(String text) {
        // Browsers read a backslash as a slash, other readers don't: one line, two hosts.
        if (text.codePoints().anyMatch(c -> c == '\\' || UCharacter.isUWhiteSpace(c))) {
            throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
        }
        Matcher url = SHAPE.matcher(text);
        if (!url.matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        boolean secure = !url.group(1).isEmpty();
        String query = url.group(4) == null ? "" : "?" + escaped(url.group(4).substring(1), KEPT_IN_QUERY);
        return (secure ? "hxxps://" : "hxxp://")
                + authority(url.group(2), secure ? 443 : 80)
                + withoutDotSegments(escaped(url.group(3), KEPT_IN_PATH))
                + query;
    }

    private static String authority(String written, int defaultPort) {
        String refanged = HostName.refanged(written);
        if (refanged.contains("@")) {
            throw new InvalidIdentifierException(CREDENTIALS);
        }
        Matcher authority = AUTHORITY.matcher(refanged);
        if (!authority.matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        String host = host(authority.group(1), authority.group(2));
        String port = authority.group(3);
        return port == null || port.isEmpty() ? host : host + port(Integer.parseInt(port), defaultPort);
    }

    private static String port(int port, int defaultPort) {
        if (port < 1 || port > LAST_PORT) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return port == defaultPort ? "" : ":" + port;
    }

    private static String host(@Nullable String inBrackets, String name) {
        if (inBrackets != null) {
            String address = InternetAddress.canonical(inBrackets);
            return address.contains(":") ? "[" + address + "]" : HostName.defanged(address);
        }
        boolean number = HostName.endsInNumber(name);
        return HostName.defanged(number ? InternetAddress.canonical(name) : HostName.ascii(name));
    }

    /** Percent-encodes what must be, decodes what need not be, and removes brackets around dots. */
    private static String escaped(String part, String kept) {
        StringBuilder escaped = new StringBuilder();
        byte[] bytes = part.replace("[.]", ".").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            boolean decoded = octet == '%' && isHex(bytes, i + 1) && isHex(bytes, i + 2);
            if (decoded) {
                octet = Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16);
                i += 2;
            }
            if (isUnreserved(octet) || !decoded && kept.indexOf(octet) >= 0) {
                escaped.append((char) octet);
            } else {
                escaped.append(String.format("%%%02X", octet));
            }
        }
        return escaped.toString();
    }

    private static boolean isHex(byte[] bytes, int index) {
        return index < bytes.length && Character.digit(bytes[index], 16) >= 0;
    }

    private static boolean isUnreserved(int octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || UNRESERVED.indexOf(octet) >= 0;
    }

    /** RFC 3986, section 5.2.4; java.net.URI would keep the ".." that climb above the root. */
    private static String withoutDotSegments(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> endWithSlash(kept, last);
                case ".." -> {
                    kept.pollLast();
                    endWithSlash(kept, last);
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void endWithSlash(Deque<String> kept, boolean last) {
        if (last) {
            kept.addLast("");
        }
    }
}
