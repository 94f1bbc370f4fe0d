package org.simpul.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Somebody who acts for an institution, a person or a machine; written down and switched by the database alone. */
@Entity
@Immutable
class Person {
    @Id
    UUID id;

    UUID participantId;
    String login;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Enumerated(EnumType.STRING)
    PersonStatus status;

    String[] roles;
    Instant firstSeenAt;
    Instant lastSeenAt;

    @Nullable
    Instant signedInAt;

    enum Kind {
        HUMAN,
        MACHINE
    }
}
