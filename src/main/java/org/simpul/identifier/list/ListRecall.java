package org.simpul.identifier.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** That what went out of a list shall be taken back, and the second person's word. */
@Entity
@DynamicUpdate
@Table(name = "identifier_list_recall")
class ListRecall {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID listId;

    @Column(updatable = false)
    int edition;

    @Column(updatable = false)
    String reason;

    @Column(updatable = false)
    UUID proposedBy;

    @Column(updatable = false)
    Instant proposedAt;

    @Enumerated(EnumType.STRING)
    ListRecallStatus status = ListRecallStatus.PROPOSED;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String declineReason;
}
