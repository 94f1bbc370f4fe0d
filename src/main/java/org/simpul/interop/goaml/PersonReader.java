package org.simpul.interop.goaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.XmlElement;
import org.simpul.referral.SubjectKind;
import org.simpul.shared.FreeText;

/** Persons and entities of a report, with the numbers that are theirs alone. */
final class PersonReader {
    private static final Set<String> PERSONS =
            Set.of("t_person", "person", "person_my_client", "from_person", "to_person", "t_conductor", "director_id");
    private static final Set<String> ENTITIES =
            Set.of("t_entity", "entity", "entity_my_client", "from_entity", "to_entity");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NOTHING = Pattern.compile("[-.\\s]*|(?i:n/?a|unknown|none)");
    private static final int LONGEST_NAME = 200;
    private static final int EARLIEST_BIRTH = 1890;

    private final GoamlConfig config;
    private final Findings findings;
    private final LocalDate today;

    PersonReader(GoamlConfig config, Findings findings, LocalDate today) {
        this.config = config;
        this.findings = findings;
        this.today = today;
    }

    static boolean isPerson(String element) {
        return PERSONS.contains(element);
    }

    static boolean isEntity(String element) {
        return ENTITIES.contains(element);
    }

    Someone person(XmlElement person, Faults faults) {
        String name = Stream.of("first_name", "middle_name", "prefix", "last_name")
                .map(person::value)
                .flatMap(Optional::stream)
                .filter(part -> !NOTHING.matcher(part).matches())
                .collect(Collectors.joining(" "));
        Someone someone = new Someone(
                SubjectKind.NATURAL_PERSON,
                name(name, person, faults),
                birth(person, faults),
                faults.row(),
                person.path());
        someone.holds(identifiers(person, faults));
        return someone;
    }

    Someone entity(XmlElement entity, Faults faults) {
        String name =
                entity.value("name").or(() -> entity.value("commercial_name")).orElse("");
        Someone someone =
                new Someone(SubjectKind.LEGAL_ENTITY, name(name, entity, faults), null, faults.row(), entity.path());
        List<Identifier> found = new ArrayList<>();
        reach(entity, faults, found);
        someone.holds(found);
        return someone;
    }

    private static @Nullable String name(String name, XmlElement of, Faults faults) {
        if (name.isEmpty()) {
            faults.add("subjects", "name_required", of.path());
            return null;
        }
        if (name.length() > LONGEST_NAME) {
            faults.add("subjects", "name_too_long", of.path());
            return null;
        }
        Optional<String> refusal = FreeText.refusal(name);
        refusal.ifPresent(code -> faults.add("subjects", code, of.path()));
        return refusal.isPresent() ? null : name;
    }

    private @Nullable LocalDate birth(XmlElement person, Faults faults) {
        Optional<String> text = person.value("birthdate");
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(
                    text.get().substring(0, Math.min(10, text.get().length())));
            if (!day.isAfter(today) && day.getYear() >= EARLIEST_BIRTH) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, as a day that nobody was born on
        }
        faults.add("birthdate", "invalid_birthdate", person.pathOf("birthdate"));
        return null;
    }

    /** In the order in which a payment without an account would be told by them. */
    List<Identifier> identifiers(XmlElement person, Faults faults) {
        List<Identifier> found = new ArrayList<>();
        String country = person.value("nationality1")
                .filter(it -> COUNTRY.matcher(it).matches())
                .orElse(config.country());
        Stream.of("ssn", "id_number")
                .flatMap(person::all)
                .forEach(number -> read(IdentifierType.NATIONAL_ID, country, number, faults, found));
        person.first("passport_number")
                .ifPresent(number -> read(
                        IdentifierType.PASSPORT,
                        person.value("passport_country").orElse(country),
                        number,
                        faults,
                        found));
        Stream.concat(
                        person.all("identification"),
                        person.all("identifications").flatMap(XmlElement::children))
                .forEach(document -> document(document, country, faults, found));
        reach(person, faults, found);
        return found.stream().distinct().toList();
    }

    private void document(XmlElement document, String country, Faults faults, List<Identifier> found) {
        IdentifierType type =
                document.value("type").map(config.documents()::get).orElse(null);
        Optional<XmlElement> number = document.first("number");
        if (type == null || number.isEmpty()) {
            findings.identifierLeftOut();
            return;
        }
        read(type, document.value("issue_country").orElse(country), number.get(), faults, found);
    }

    private void reach(XmlElement of, Faults faults, List<Identifier> found) {
        of.all("phones").flatMap(XmlElement::children).forEach(phone -> phone(phone, faults, found));
        Stream.concat(of.all("email"), of.all("emails").flatMap(XmlElement::children))
                .forEach(email -> read(IdentifierType.EMAIL, "", email, faults, found));
    }

    private static void phone(XmlElement phone, Faults faults, List<Identifier> found) {
        Optional<String> number =
                phone.value("tph_number").filter(it -> !NOTHING.matcher(it).matches());
        if (number.isEmpty()) {
            return;
        }
        String dialled = number.get().startsWith("+")
                ? number.get()
                : phone.value("tph_country_prefix")
                        .map(prefix -> "+" + prefix.replaceFirst("^(\\+|00)", "")
                                + number.get().replaceFirst("^0+", ""))
                        .orElse(number.get());
        faults.identifier(
                        "identifiers",
                        phone.pathOf("tph_number"),
                        () -> Optional.of(Canonical.of(IdentifierType.PHONE, "", dialled)))
                .ifPresent(found::add);
    }

    private static void read(
            IdentifierType type, String scope, XmlElement number, Faults faults, List<Identifier> found) {
        number.value()
                .filter(text -> !NOTHING.matcher(text).matches())
                .flatMap(text -> faults.identifier(
                        "identifiers", number.path(), () -> Optional.of(Canonical.of(type, scope, text))))
                .ifPresent(found::add);
    }
}
