package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of what is answered on a thread. Open while it is written; once sealed, nobody changes it. */
@Entity
@DynamicUpdate
class RfiAnswer {
    @Id
    UUID id;

    UUID owner;
    UUID threadId;
    UUID threadOwner;
    int number;
    long revision;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Nullable
    @Enumerated(EnumType.STRING)
    Refusal refusal;

    @Nullable
    String note;

    /** Of the FIU: what it has disseminated to whoever asks. */
    @Nullable
    UUID disseminationId;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Nullable
    String returnReason;

    UUID[] writtenBy;

    @Nullable
    UUID approvedBy;

    /** Null until it is handed over. */
    @Nullable
    String digest;

    @Nullable
    Instant sealedAt;
}
