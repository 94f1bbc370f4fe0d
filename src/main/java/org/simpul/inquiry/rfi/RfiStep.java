package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/** What one side said on a thread: its own row, read by the other one. */
@Entity
@Immutable
class RfiStep {
    @Id
    UUID id;

    UUID owner;
    UUID recipient;
    UUID threadId;
    UUID threadOwner;

    @Enumerated(EnumType.STRING)
    ThreadTransition kind;

    @Nullable
    String text;

    @Nullable
    Instant until;

    @Nullable
    @Enumerated(EnumType.STRING)
    Refusal refusal;

    @Nullable
    @Enumerated(EnumType.STRING)
    AnswerUse used;

    @Nullable
    String letterNumber;

    @Nullable
    LocalDate letterDate;

    Instant at;

    static RfiStep of(RfiVersion thread, UUID side, ThreadTransition kind, Instant at) {
        RfiStep step = new RfiStep();
        step.id = Ids.next();
        step.owner = side;
        step.recipient = thread.other(side);
        step.threadId = thread.id;
        step.threadOwner = thread.owner;
        step.kind = kind;
        step.at = at;
        return step;
    }
}
