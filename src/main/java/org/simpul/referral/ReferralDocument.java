package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document that a version names. */
@Entity
class ReferralDocument {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    int position;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    @Nullable
    String number;

    @Nullable
    LocalDate issuedOn;

    @Nullable
    String issuer;

    @Nullable
    String holder;

    @Nullable
    String sha256;

    @Nullable
    String goamlReference;
}
