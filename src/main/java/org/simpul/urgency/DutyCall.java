package org.simpul.urgency;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;

/** That somebody of an institution is wanted for a P1: one person after the other, and then all. */
@Entity
@DynamicUpdate
class DutyCall {
    @Id
    UUID id;

    UUID owner;
    String objectKind;
    UUID objectId;

    /** What the called must hold. */
    @Enumerated(EnumType.STRING)
    Permission permission;

    Instant openedAt;

    @Nullable
    Instant nextAt;

    UUID[] called;

    @Nullable
    Instant allCalledAt;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    UUID acknowledgedBy;

    void begin(Instant now) {
        openedAt = now;
        nextAt = now;
        called = new UUID[0];
        allCalledAt = null;
        acknowledgedAt = null;
        acknowledgedBy = null;
    }

    boolean isOpen() {
        return acknowledgedAt == null;
    }

    /** @return the first of them who was not called yet */
    Optional<UUID> next(List<UUID> onDuty) {
        return onDuty.stream()
                .filter(person -> !Arrays.asList(called).contains(person))
                .findFirst();
    }

    void calls(UUID person, Instant next) {
        called = Stream.concat(Arrays.stream(called), Stream.of(person)).toArray(UUID[]::new);
        nextAt = next;
    }

    void callsAll(Instant now) {
        allCalledAt = now;
        nextAt = null;
    }

    void answered(@Nullable UUID person, Instant now) {
        acknowledgedAt = now;
        acknowledgedBy = person;
        nextAt = null;
    }
}
