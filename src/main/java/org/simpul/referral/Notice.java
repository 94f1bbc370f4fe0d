package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the FIU tells the submitter: a contribution of the FIU to the institution's referral. */
@Entity
class Notice {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    @Nullable
    @Enumerated(EnumType.STRING)
    FormCode formCode;

    String[] missing;
    Instant at;
}
