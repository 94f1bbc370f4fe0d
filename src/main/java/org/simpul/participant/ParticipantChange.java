package org.simpul.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the operator proposes for an institution. Its content may change until somebody decides; what puts it in force is
 * the database's own function, which asks for the approvals itself.
 */
@Entity
@DynamicUpdate
class ParticipantChange {
    @Id
    UUID id;

    UUID owner;
    UUID participantId;

    @Enumerated(EnumType.STRING)
    ChangeKind change;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    String digest;

    @Enumerated(EnumType.STRING)
    ChangeStatus status;

    UUID proposedBy;
    Instant proposedAt;

    /** When the provider's metadata were last looked at; null for not since the last edit. */
    @Nullable
    Instant checkedAt;

    /** What that look found wrong. */
    String[] findings;

    @Nullable
    Instant decidedAt;

    @Nullable
    String reason;

    @Version
    long revision;

    void rewrite(String content, String digest) {
        this.content = content;
        this.digest = digest;
        checkedAt = null;
        findings = new String[0];
    }
}
