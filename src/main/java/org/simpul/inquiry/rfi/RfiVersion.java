package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** What one of those who are asked reads: the beginning of a thread between the two. */
@Entity
@Immutable
class RfiVersion {
    /** As good as random, unlike other ids: those of one request tell nothing of each other. */
    @Id
    UUID id;

    UUID owner;
    UUID recipient;
    String reference;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String predicateOffence;
    String legalBasis;

    @Nullable
    String matter;

    @Nullable
    String egmontReference;

    @JdbcTypeCode(SqlTypes.JSON)
    String question;

    boolean preserve;
    boolean urgent;
    String tlp;
    String pap;

    /** Without the extensions. */
    Instant dueAt;

    Instant sealedAt;

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }

    /** The other one of the two. */
    UUID other(UUID side) {
        return side.equals(owner) ? recipient : owner;
    }
}
