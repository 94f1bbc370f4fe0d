package org.simpul.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.simpul.audit.AuditLog;
import org.simpul.shared.ProblemType;

/** Writes each denial down before it is told (R6). By now the refused act has been rolled back. */
@ApplicationScoped
class Denials {
    private static final Logger LOG = Logger.getLogger(Denials.class);

    /** That somebody sent a picture, a film or a file; never what it was, nor where it stood. */
    private static final String MEDIA_REFUSED = "media.refused";

    private final AuditLog audit;

    Denials(AuditLog audit) {
        this.audit = audit;
    }

    /** @return the diagnosis to tell: UNAVAILABLE when the denial can't be written down */
    Diagnosis record(Diagnosis diagnosis, MatchedOperation operation) {
        long media = diagnosis.violations().stream()
                .filter(violation -> violation.code().equals("no_media"))
                .count();
        if (media > 0) {
            LOG.warnf("media refused in %d fields of %s", media, operation.id());
        }
        if (!operation.isGuarded() || media == 0 && !isDenial(diagnosis.type()) && !tellsWho(diagnosis)) {
            return diagnosis;
        }
        try {
            audit.denied(media > 0 ? MEDIA_REFUSED : operation.id(), operation.object(), null);
            return diagnosis;
        } catch (RuntimeException e) {
            LOG.error("a denial could not be recorded", e);
            return Diagnosis.of(ProblemType.UNAVAILABLE);
        }
    }

    /** Such a refusal confirms a name: whoever tries names leaves a trace of each. */
    private static boolean tellsWho(Diagnosis diagnosis) {
        return diagnosis.violations().stream()
                .anyMatch(violation -> violation.code().equals("tells_protected_subject"));
    }

    private static boolean isDenial(ProblemType type) {
        return type.status() == 403
                || type.status() == 404
                || type == ProblemType.PURPOSE_REQUIRED
                || type == ProblemType.QUOTA_USED;
    }
}
