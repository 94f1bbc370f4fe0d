package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.shared.Ids;
import org.simpul.shared.Reference;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** What is disseminated. Open while it is written; once sealed, nobody changes it. */
@Entity
@DynamicUpdate
class DisseminationVersion {
    @Id
    UUID id;

    UUID owner;
    UUID disseminationId;
    int number;
    String reference;

    @Enumerated(EnumType.STRING)
    Product product;

    String letterNumber;
    LocalDate letterDate;
    String title;
    String narrative;
    String predicateOffence;

    String legalBasis;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    boolean intelligenceOnly;

    @Nullable
    String caveats;

    @Nullable
    String egmontReference;

    String tlp;
    String pap;
    boolean exportAllowed;
    UUID[] writtenBy;
    long revision;

    @Nullable
    UUID approvedBy;

    /** What stands for the second person: an act alone, reviewed afterwards. */
    @Nullable
    UUID aloneActId;

    /** The rule that made it; null where people did. */
    @Nullable
    UUID standingRuleId;

    @Nullable
    String digest;

    @Nullable
    Instant sealedAt;

    /** The first of a file. */
    static DisseminationVersion first(Dissemination file) {
        return of(file, 1, Reference.random("D"));
    }

    /** The one after this: with the same reference, and nothing of what it says. */
    DisseminationVersion next(Dissemination file) {
        return of(file, number + 1, reference);
    }

    private static DisseminationVersion of(Dissemination file, int number, String reference) {
        DisseminationVersion version = new DisseminationVersion();
        version.id = Ids.next();
        version.owner = file.owner;
        version.disseminationId = file.id;
        version.number = number;
        version.reference = reference;
        version.intelligenceOnly = true;
        return version;
    }

    /** What is sealed stays disseminated, however far the file is with its next version. */
    DisseminationStatus status(Dissemination file) {
        return sealedAt == null ? file.status : DisseminationStatus.DISSEMINATED;
    }

    void write(DisseminationForm form, UUID person) {
        product = form.product();
        letterNumber = form.letterNumber();
        letterDate = form.letterDate();
        title = form.title();
        narrative = form.narrative();
        predicateOffence = form.predicateOffence();
        legalBasis = form.legalBasis();
        purpose = form.purpose();
        caveats = form.caveats();
        egmontReference = form.egmontReference();
        tlp = form.handling().tlp().label();
        pap = form.handling().pap().label();
        exportAllowed = form.allowsExport();
        writtenBy(person);
    }

    /** Its texts in other words. */
    void rewrite(UnaryOperator<@Nullable String> words) {
        letterNumber = Objects.requireNonNull(words.apply(letterNumber));
        title = Objects.requireNonNull(words.apply(title));
        narrative = Objects.requireNonNull(words.apply(narrative));
        caveats = words.apply(caveats);
    }

    /** Whoever wrote on it or handed it over can't approve it. */
    void writtenBy(UUID person) {
        Set<UUID> writers = new LinkedHashSet<>(writtenBy == null ? List.of() : List.of(writtenBy));
        if (writers.add(person)) {
            writtenBy = writers.toArray(UUID[]::new);
        }
        revision++;
    }

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }
}
