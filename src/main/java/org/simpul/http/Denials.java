package org.simpul.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.simpul.audit.AuditLog;
import org.simpul.shared.ProblemType;

/** Writes each denial down before it is told (R6). By now the refused act has been rolled back. */
@ApplicationScoped
class Denials {
    private static final Logger LOG = Logger.getLogger(Denials.class);

    private final AuditLog audit;

    Denials(AuditLog audit) {
        this.audit = audit;
    }

    /** @return the diagnosis to tell: UNAVAILABLE when the denial can't be written down */
    Diagnosis record(Diagnosis diagnosis, MatchedOperation operation) {
        if (!operation.isGuarded() || !isDenial(diagnosis.type())) {
            return diagnosis;
        }
        try {
            audit.denied(operation.id(), operation.object(), null);
            return diagnosis;
        } catch (RuntimeException e) {
            LOG.error("a denial could not be recorded", e);
            return Diagnosis.of(ProblemType.UNAVAILABLE);
        }
    }

    private static boolean isDenial(ProblemType type) {
        return type.status() == 403 || type.status() == 404 || type == ProblemType.PURPOSE_REQUIRED;
    }
}
