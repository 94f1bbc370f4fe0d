package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.outbox.OutboxHandler;

/** An answer of the submitter reaches the intake. */
@ApplicationScoped
class AnswerClerk implements OutboxHandler {
    private final Correspondence correspondence;

    AnswerClerk(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public String kind() {
        return "referral.answered";
    }

    @Override
    public void handle(UUID messageId) {
        correspondence.receive(messageId);
    }
}
