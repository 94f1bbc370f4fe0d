package org.simpul.referral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedValue;

/**
 * Who is protected in some submissions, to keep them out of what was written without knowing of it: by another
 * institution, in an earlier version, or by the FIU itself (R3). It answers with references and never with a detail.
 */
public final class ProtectedPeople {
    /**
     * What people name as they like, after themselves or their children; and virtual accounts, which end with a telephone
     * number.
     */
    static final Set<String> CHOSEN = EnumSet.of(
                    IdentifierType.USERNAME,
                    IdentifierType.EMAIL,
                    IdentifierType.E_WALLET,
                    IdentifierType.URL,
                    IdentifierType.BANK_ACCOUNT)
            .stream()
            .map(Enum::name)
            .collect(Collectors.toSet());

    /** Of which each leads to a person, and to nobody beside. */
    private static final Set<IdentifierType> OF_A_PERSON = EnumSet.complementOf(
            EnumSet.of(IdentifierType.IP, IdentifierType.DOMAIN, IdentifierType.URL, IdentifierType.MERCHANT_ID));

    /** What money, or a call, reaches her by. */
    private static final Set<IdentifierType> REACHING = EnumSet.of(
            IdentifierType.IBAN,
            IdentifierType.BANK_ACCOUNT,
            IdentifierType.E_WALLET,
            IdentifierType.CRYPTO_ADDRESS,
            IdentifierType.PHONE);

    private static final Set<SubjectRole> OFFENDERS =
            EnumSet.of(SubjectRole.SUSPECTED_OFFENDER, SubjectRole.CONSUMER, SubjectRole.FACILITATOR);

    private static final String UNNAMED = "S-PROTECTED";

    /** One person as one version tells it; several versions may tell it differently. */
    private record Person(
            String reference, List<ProtectedValue> identifiers, List<Pattern> terms, List<Pattern> nameTerms) {

        static Person of(String reference, ProtectedDetails details) {
            return new Person(
                    reference, details.identifiers(), ProtectedTerms.of(details), ProtectedTerms.ofName(details));
        }

        /** Under whatever type and scope, or as a part of a name that its holder has chosen. */
        boolean holds(ProtectedValue value) {
            return identifiers.stream().anyMatch(own -> SameHolder.of(own, value))
                    || CHOSEN.contains(value.type()) && found(terms, value.value());
        }

        Person as(String other) {
            return new Person(other, identifiers, terms, nameTerms);
        }
    }

    private final List<Person> people = new ArrayList<>();

    /** What else is held by who tells one of them. */
    private final List<Person> held = new ArrayList<>();

    ProtectedPeople() {}

    /** Those of several referrals together. */
    public static ProtectedPeople of(Collection<ProtectedPeople> several) {
        ProtectedPeople all = new ProtectedPeople();
        several.forEach(some -> all.add(some));
        return all;
    }

    private void add(ProtectedPeople some) {
        people.addAll(some.people);
        held.addAll(some.held);
    }

    /** The same people, told apart from nobody: for whoever must not learn who they are. */
    public ProtectedPeople unnamed() {
        ProtectedPeople all = new ProtectedPeople();
        people.forEach(person -> all.people.add(person.as(UNNAMED)));
        held.forEach(person -> all.held.add(person.as(UNNAMED)));
        return all;
    }

    void add(String reference, ProtectedDetails details) {
        people.add(Person.of(reference, details));
    }

    /** Also under the accounts, wallets and telephones of whoever tells one of them: another bank filed her, or her parent. */
    public ProtectedPeople withAllHeldBy(Collection<SubjectView> subjects) {
        ProtectedPeople all = new ProtectedPeople();
        all.add(this);
        subjects.forEach(subject -> toldBy(subject)
                .ifPresent(reference ->
                        all.held.add(Person.of(reference, new ProtectedDetails(null, reaching(subject), null)))));
        return all;
    }

    private static List<ProtectedValue> reaching(SubjectView subject) {
        return subject.identifiers().stream()
                .filter(identifier -> REACHING.contains(identifier.type()))
                .map(Identifier::asProtected)
                .toList();
    }

    /** Whether a text tells one of them, of whom the caller holds the details. */
    public static boolean areToldBy(String text, List<ProtectedDetails> people) {
        return ProtectedTerms.areIn(text, people);
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }

    private boolean isReferenceOfOne(String reference) {
        return people.stream().anyMatch(person -> person.reference().equals(reference));
    }

    /** The bare values of their identifiers, to look for where they may stand; not to be shown or kept. */
    public Set<String> values() {
        return all().flatMap(person -> person.identifiers().stream())
                .map(ProtectedValue::value)
                .collect(Collectors.toSet());
    }

    /** @return the reference of who is told by a text; empty for none */
    public Optional<String> in(@Nullable String text) {
        return text == null ? Optional.empty() : first(person -> found(person.terms(), text));
    }

    /** @return the reference of whose name or identifier another subject's name is; a single word does not count */
    public Optional<String> inName(@Nullable String name) {
        return name == null ? Optional.empty() : first(person -> found(person.nameTerms(), name));
    }

    /** @return the reference of whom an identifier leads to, under whatever type and scope */
    public Optional<String> holding(Identifier identifier) {
        return holding(identifier.type().name(), identifier.scope(), identifier.value());
    }

    private Optional<String> holding(String type, String scope, String value) {
        ProtectedValue own = new ProtectedValue(type, scope, value);
        return first(person -> person.holds(own));
    }

    /** @return the reference of whom a transaction's party is; empty for one that is masked already */
    public Optional<String> holding(Party party) {
        return party.type().equals(Party.PROTECTED)
                ? Optional.empty()
                : holding(party.type(), party.scope(), party.value());
    }

    /**
     * Who a subject is, or may be: it tells one of them by its name, or holds one of their identifiers. A grown-up
     * offender who holds a child's account is no child, and is not hidden for it; the account is.
     *
     * @return a reference; empty for nobody, and for a subject that is masked already
     */
    public Optional<String> toldBy(SubjectView subject) {
        if (isReferenceOfOne(subject.reference())) {
            return Optional.of(subject.reference());
        }
        if (subject.isProtected()) {
            return Optional.empty();
        }
        Optional<String> named = inName(subject.name());
        return isGrownUpOffender(subject) ? named : named.or(() -> byIdentifier(subject));
    }

    private Optional<String> byIdentifier(SubjectView subject) {
        return subject.identifiers().stream()
                .filter(identifier -> OF_A_PERSON.contains(identifier.type()))
                .map(Identifier::asProtected)
                .flatMap(value -> people.stream().filter(person -> person.holds(value)))
                .findFirst()
                .map(Person::reference);
    }

    /** A mule may be a child that somebody uses, and who is of unknown age may be one. */
    private static boolean isGrownUpOffender(SubjectView subject) {
        return !subject.ageBand().isMinor()
                && subject.ageBand() != AgeBand.UNKNOWN
                && subject.roles().stream().anyMatch(OFFENDERS::contains)
                && !subject.roles().contains(SubjectRole.MULE);
    }

    /** @return the text with references in the place of what tells them */
    public @Nullable String mask(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (Person person : all().toList()) {
            for (Pattern term : person.terms()) {
                masked = term.matcher(masked).replaceAll(Matcher.quoteReplacement(person.reference()));
            }
        }
        return masked;
    }

    /** As one who is protected when it is one of them; else without what tells them. */
    SubjectView mask(SubjectView subject) {
        if (isEmpty() || subject.isProtected()) {
            return subject;
        }
        if (isReferenceOfOne(subject.reference())) {
            return subject.masked();
        }
        return subject.with(
                inName(subject.name()).isPresent() ? mask(subject.name()) : subject.name(),
                mask(subject.remarks()),
                subject.identifiers().stream()
                        .filter(identifier -> holding(identifier).isEmpty())
                        .toList());
    }

    CitedRedFlag mask(CitedRedFlag flag) {
        return new CitedRedFlag(flag.typologyVersionId(), flag.redFlagCode(), mask(flag.note()));
    }

    @Nullable
    StatutoryReport mask(@Nullable StatutoryReport report) {
        return report == null
                ? null
                : new StatutoryReport(
                        mask(report.reporter()), report.dueOn(), mask(report.reference()), report.status());
    }

    DocumentReference mask(DocumentReference document) {
        return new DocumentReference(
                document.kind(),
                mask(document.number()),
                document.issuedOn(),
                mask(document.issuer()),
                mask(document.holder()),
                document.sha256(),
                mask(document.goamlReference()));
    }

    HeldItem mask(HeldItem item) {
        return new HeldItem(
                item.reference(),
                item.kind(),
                Objects.requireNonNull(mask(item.description())),
                item.periodFrom(),
                item.periodTo(),
                item.overwrittenOn());
    }

    public TransactionView mask(TransactionView row) {
        return isEmpty() ? row : row.with(mask(row.from()), mask(row.to()), mask(row.channel()), mask(row.remark()));
    }

    Party mask(Party party) {
        return holding(party)
                .map(reference -> new Party(Party.PROTECTED, "", reference))
                .orElse(party);
    }

    private Optional<String> first(Predicate<Person> told) {
        return all().filter(told).findFirst().map(Person::reference);
    }

    private Stream<Person> all() {
        return Stream.concat(people.stream(), held.stream());
    }

    private static boolean found(List<Pattern> terms, String text) {
        return terms.stream().anyMatch(term -> term.matcher(text).find());
    }

    /** Leaves everything out but a count: a log must not tell who a victim is. */
    @Override
    public String toString() {
        return "ProtectedPeople[" + people.size() + "]";
    }
}
