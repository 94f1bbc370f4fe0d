package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.simpul.outbox.OutboxHandler;

/** An asking for withdrawal reaches the intake. */
@ApplicationScoped
class WithdrawalClerk implements OutboxHandler {
    private final Correspondence correspondence;

    WithdrawalClerk(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public String kind() {
        return "referral.withdrawal-asked";
    }

    @Override
    public void handle(UUID messageId) {
        correspondence.receive(messageId);
    }
}
