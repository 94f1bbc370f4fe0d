package org.simpul.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.simpul.access.Purpose;
import org.simpul.shared.Problem;

/** Headers that end up in the audit log are what they should be, or the request goes no further. */
class HeaderRules {
    static final Pattern CASE_REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}");

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        String purpose = request.getHeaderString("Purpose");
        if (purpose != null
                && Arrays.stream(Purpose.values()).noneMatch(it -> it.name().equals(purpose))) {
            throw Problem.invalid("Purpose", "unknown_value");
        }
        String reference = request.getHeaderString("Case-Reference");
        if (reference != null && !CASE_REFERENCE.matcher(reference).matches()) {
            throw Problem.invalid("Case-Reference", "pattern");
        }
    }
}
