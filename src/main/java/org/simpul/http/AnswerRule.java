package org.simpul.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.simpul.audit.RequestId;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Every answer passes here before its first byte: one whose entry is not committed is told as UNAVAILABLE (R6). */
class AnswerRule {
    private static final Logger LOG = Logger.getLogger(AnswerRule.class);

    @ServerResponseFilter
    public void check(ContainerResponseContext answer, RoutingContext exchange) {
        RequestId.Trace trace = Edge.trace(exchange);
        if (trace.isProtected() && ProtectedPaths.needsEntry(answer.getStatus()) && !trace.isRecorded()) {
            LOG.errorf("request %s would have been answered without an audit entry", trace.id());
            throw Problem.of(ProblemType.UNAVAILABLE);
        }
    }
}
