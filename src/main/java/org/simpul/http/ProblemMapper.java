package org.simpul.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.simpul.audit.RequestId;
import org.simpul.participant.CallerAugmentor;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Every failure behind the API becomes a problem here; a denial is recorded first, and is not told if it can't be. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final ProblemWriter writer;
    private final RequestId requestId;
    private final CurrentIdentityAssociation identity;
    private final Denials denials;

    ProblemMapper(ProblemWriter writer, RequestId requestId, CurrentIdentityAssociation identity, Denials denials) {
        this.writer = writer;
        this.requestId = requestId;
        this.identity = identity;
        this.denials = denials;
    }

    /** The subclasses are named so that the framework's own mappers for them give way. */
    @ServerExceptionMapper({
        Throwable.class,
        Problem.class,
        WebApplicationException.class,
        NotFoundException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class
    })
    Uni<RestResponse<String>> map(Throwable failure, HttpHeaders headers) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        request.requireCDIRequestScope();
        String id = requestId.get();
        MatchedOperation operation = MatchedOperation.of(request);
        ProblemTexts texts = ProblemTexts.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Diagnosis diagnosis = refine(Diagnosis.of(failure), failure, operation);
        log(diagnosis, failure, id);
        Uni<RestResponse<String>> answer =
                Uni.createFrom().item(() -> answer(denials.record(diagnosis, operation), texts, id, request));
        // a refusal by permission comes on the event loop, where nobody may wait for the database
        return BlockingOperationControl.isBlockingAllowed()
                ? answer
                : answer.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Diagnosis refine(Diagnosis diagnosis, Throwable failure, MatchedOperation operation) {
        if (failure instanceof ForbiddenException) {
            ProblemType refusal = identity.getIdentity().getAttribute(CallerAugmentor.REFUSAL);
            return refusal == null ? diagnosis : Diagnosis.of(refusal);
        }
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            return operation
                    .unreadableQueryParameter()
                    .map(name -> Diagnosis.invalid(name, "wrong_type"))
                    .orElse(diagnosis);
        }
        return diagnosis;
    }

    private static void log(Diagnosis diagnosis, Throwable failure, String id) {
        if (diagnosis.type() == ProblemType.INTERNAL || diagnosis.type() == ProblemType.UNAVAILABLE) {
            LOG.errorf(failure, "request %s failed", id);
        } else if (Diagnosis.refusedByTheDatabase(failure)) {
            LOG.warnf(failure, "request %s was stopped by the database wall alone", id);
        }
    }

    private RestResponse<String> answer(
            Diagnosis diagnosis, ProblemTexts texts, String id, ResteasyReactiveRequestContext request) {
        ResponseBuilder<String> answer = ResponseBuilder.<String>create(
                        diagnosis.type().status())
                .header(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(writer.text(diagnosis, texts, id));
        // a token that was looked at and refused has brought its challenge already
        if (diagnosis.type() == ProblemType.UNAUTHENTICATED
                && request.serverResponse().getResponseHeader(HttpHeaders.WWW_AUTHENTICATE) == null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (diagnosis.type() == ProblemType.STEP_UP_REQUIRED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, StepUpFilter.CHALLENGE);
        }
        diagnosis.retryAfter().ifPresent(after -> answer.header(HttpHeaders.RETRY_AFTER, after.toSeconds()));
        return answer.build();
    }
}
