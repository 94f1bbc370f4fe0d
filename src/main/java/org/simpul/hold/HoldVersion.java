package org.simpul.hold;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

/** What is asked, extended or released. Open while it is written; once sealed, nobody changes it. */
@Entity
@DynamicUpdate
class HoldVersion {
    @Id
    UUID id;

    UUID owner;

    /** In a list: of when it was begun, and once sealed, of when it was sealed. */
    UUID place;

    UUID holdId;
    int number;

    @Enumerated(EnumType.STRING)
    VersionStep step;

    String reference;

    @Enumerated(EnumType.STRING)
    HoldKind kind;

    @Enumerated(EnumType.STRING)
    HoldMeasure measure;

    @Enumerated(EnumType.STRING)
    HoldGround ground;

    String legalBasis;
    String officialReference;
    LocalDate officialDate;

    /** Whose accounts they are. */
    UUID institution;

    int workingDays;

    @Nullable
    Instant startsAt;

    @Nullable
    Instant endsAt;

    @Nullable
    BigDecimal amount;

    @Nullable
    String currency;

    boolean recorded;
    UUID[] writtenBy;

    @Nullable
    UUID approvedBy;

    @Nullable
    String digest;

    @Nullable
    Instant sealedAt;

    void write(HoldForm form, UUID at, UUID person) {
        measure = form.measure();
        ground = form.ground();
        legalBasis = form.legalBasis();
        officialReference = form.officialReference();
        officialDate = form.officialDate();
        institution = at;
        startsAt = form.startedAt();
        amount = form.amount();
        currency = form.currency();
        writtenBy(person);
    }

    /** The next of its hold, with the same accounts. */
    HoldVersion next(ProposeStep proposal, int days, UUID person) {
        HoldVersion next = new HoldVersion();
        next.id = Ids.random();
        next.place = Ids.next();
        next.owner = owner;
        next.holdId = holdId;
        next.number = number + 1;
        next.step = proposal.step();
        next.reference = reference;
        next.kind = kind;
        next.measure = measure;
        next.ground = ground;
        next.legalBasis = legalBasis;
        next.officialReference = proposal.officialReference();
        next.officialDate = proposal.officialDate();
        next.institution = institution;
        next.workingDays = days;
        next.startsAt = startsAt;
        next.amount = amount;
        next.currency = currency;
        next.recorded = recorded;
        next.writtenBy = new UUID[] {person};
        return next;
    }

    /** Whoever wrote on it or handed it over can't approve it. */
    void writtenBy(UUID person) {
        Set<UUID> writers = new LinkedHashSet<>(writtenBy == null ? List.of() : List.of(writtenBy));
        if (writers.add(person)) {
            writtenBy = writers.toArray(UUID[]::new);
        }
    }
}
