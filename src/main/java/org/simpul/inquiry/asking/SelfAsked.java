package org.simpul.inquiry.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.simpul.access.Caller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;

/** Who asks about oneself may want to know whether one is looked at: it is recorded, and not told. */
@ApplicationScoped
public class SelfAsked {
    private final AuditLog audit;

    SelfAsked(AuditLog audit) {
        this.audit = audit;
    }

    @Transactional
    public void note(Caller caller, Identifier identifier) {
        if (isOwn(caller, identifier)) {
            audit.recordUntold(AskingAct.SUBJECT_SELF_SEARCHED, AuditedObject.list("IDENTIFIER"));
        }
    }

    /** Whether it is the user name, or an address under the user name, that the caller signs in with; nothing is kept of it. */
    private static boolean isOwn(Caller caller, Identifier identifier) {
        String login = caller.name().toLowerCase(Locale.ROOT);
        String value = identifier.value();
        return switch (identifier.type()) {
            case EMAIL -> value.equals(login) || value.startsWith(login + "@");
            case USERNAME -> value.equalsIgnoreCase(login);
            default -> false;
        };
    }
}
