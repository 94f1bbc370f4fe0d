package org.simpul.interop.goaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.referral.AgeBand;
import org.simpul.referral.ImportedSubject;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/** A person or an entity while a report is read. The day of birth is used for the age band and forgotten. */
final class Someone {
    private static final Set<IdentifierType> DOCUMENTS =
            EnumSet.of(IdentifierType.NATIONAL_ID, IdentifierType.PASSPORT);

    final SubjectKind kind;
    private final @Nullable String name;
    private final long row;
    private final String path;
    private final Set<String> aliases = new LinkedHashSet<>();
    private @Nullable LocalDate bornOn;
    private @Nullable Someone same;
    private final Set<SubjectRole> roles = EnumSet.noneOf(SubjectRole.class);
    private final Set<Identifier> identifiers = new LinkedHashSet<>();

    Someone(SubjectKind kind, @Nullable String name, @Nullable LocalDate bornOn, long row, String path) {
        this.kind = kind;
        this.name = name;
        this.bornOn = bornOn;
        this.row = row;
        this.path = path;
    }

    void holds(Collection<Identifier> more) {
        identifiers.addAll(more);
    }

    void plays(SubjectRole role) {
        roles.add(role);
    }

    /** By a document; or by name, where neither birth nor document says otherwise. */
    boolean isSameAs(Someone other) {
        if (kind != other.kind) {
            return false;
        }
        if (sharesDocument(other)) {
            return true;
        }
        Set<Identifier> own = documents();
        Set<Identifier> theirs = other.documents();
        boolean otherDocument = own.stream().anyMatch(one -> theirs.stream()
                .anyMatch(two -> one.type() == two.type() && one.scope().equals(two.scope())));
        boolean otherBirth = bornOn != null && other.bornOn != null && !bornOn.equals(other.bornOn);
        return name != null && name.equalsIgnoreCase(other.name) && !otherDocument && !otherBirth;
    }

    /** Two who are told apart until somebody comes with the documents of both, or under the name of the other. */
    boolean sharesDocument(Someone other) {
        return kind == other.kind && !Collections.disjoint(documents(), other.documents());
    }

    /** Who it turned out to be. */
    Someone itself() {
        return same == null ? this : same.itself();
    }

    private Set<Identifier> documents() {
        return identifiers.stream().filter(it -> DOCUMENTS.contains(it.type())).collect(Collectors.toSet());
    }

    /** Of two days of birth the later one: rather an adult too many is protected than a child too few. */
    void take(Someone other) {
        if (bornOn == null || other.bornOn != null && other.bornOn.isAfter(bornOn)) {
            bornOn = other.bornOn;
        }
        if (other.name != null && !other.name.equals(name)) {
            aliases.add(other.name);
        }
        aliases.addAll(other.aliases);
        roles.addAll(other.roles);
        identifiers.addAll(other.identifiers);
        other.same = this;
    }

    AgeBand ageBand(LocalDate today) {
        if (kind == SubjectKind.LEGAL_ENTITY || bornOn == null) {
            return AgeBand.UNKNOWN;
        }
        int years = bornOn.until(today).getYears();
        if (years < 13) {
            return AgeBand.UNDER_13;
        }
        if (years < 18) {
            return AgeBand.AGE_13_17;
        }
        return years < 25 ? AgeBand.AGE_18_24 : AgeBand.ADULT;
    }

    boolean isMinor(LocalDate today) {
        AgeBand band = ageBand(today);
        return band == AgeBand.UNDER_13 || band == AgeBand.AGE_13_17;
    }

    ImportedSubject subject(LocalDate today) {
        return new ImportedSubject(
                kind,
                Set.copyOf(roles),
                ageBand(today),
                name,
                List.copyOf(aliases),
                new ArrayList<>(identifiers),
                row,
                path);
    }
}
