package org.simpul.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.simpul.access.CurrentCaller;
import org.simpul.access.StepUp;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Sends whoever has given one factor alone back for the second, before anything is looked for. */
@Provider
@StepUp
class StepUpFilter implements ContainerRequestFilter {
    /** RFC 9470 section 3: what the client asks the identity provider for. */
    static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\","
            + " error_description=\"A one-time code is needed for this\", acr_values=\"2\"";

    private final CurrentCaller current;

    StepUpFilter(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!current.get().hasSecondFactor()) {
            throw Problem.of(ProblemType.STEP_UP_REQUIRED);
        }
    }
}
