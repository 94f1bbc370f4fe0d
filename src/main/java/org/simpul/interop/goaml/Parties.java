package org.simpul.interop.goaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.simpul.identifier.Identifier;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.XmlElement;
import org.simpul.referral.ImportedSubject;
import org.simpul.referral.SubjectRole;

/** Everybody that a report names, each once, however often it names them. */
final class Parties {
    private final GoamlConfig config;
    private final ImportLimits limits;
    private final LocalDate today;
    private final GoamlAccounts accounts;
    private final PersonReader people;
    private final List<Someone> known = new ArrayList<>();
    private final Set<Account> held = new LinkedHashSet<>();

    Parties(GoamlConfig config, ImportLimits limits, LocalDate today, PersonReader people) {
        this.config = config;
        this.limits = limits;
        this.today = today;
        this.accounts = new GoamlAccounts(config);
        this.people = people;
    }

    /** Takes in everybody below an element: a side of a payment, a list of parties, an activity. */
    void gather(XmlElement element, Faults faults) throws FileRefused {
        Optional<SubjectRole> role = element.value("role").map(config.roles()::get);
        for (XmlElement child : element.children().toList()) {
            if (PersonReader.isPerson(child.name())) {
                Someone person = enter(people.person(child, faults));
                role.ifPresent(person::plays);
            } else if (PersonReader.isEntity(child.name())) {
                Someone entity = enter(people.entity(child, faults));
                role.ifPresent(entity::plays);
                gather(child, faults);
            } else if (isAccount(child)) {
                account(child, role, faults);
            } else {
                gather(child, faults);
            }
        }
    }

    /** An element {@code account} is a number where it stands in an account, and an account elsewhere. */
    static boolean isAccount(XmlElement element) {
        return GoamlAccounts.isAccount(element.name())
                || GoamlAccounts.isWallet(element.name())
                || element.name().equals("account")
                        && element.children().findAny().isPresent();
    }

    /** Who was told of an account; whose it is hangs on ages that are known once the report is read to its end. */
    private record Account(
            Optional<Identifier> identifier,
            SubjectRole role,
            List<Someone> entities,
            List<Someone> primary,
            List<Someone> signatories) {

        /** It is its holder's: the entity's, or the signatories'; and a child's alone, where a child is one. */
        List<Someone> holders(LocalDate today) {
            List<Someone> minors = signatories.stream()
                    .map(Someone::itself)
                    .filter(it -> it.isMinor(today))
                    .toList();
            if (!minors.isEmpty()) {
                return minors;
            }
            List<Someone> holders = !entities.isEmpty() ? entities : !primary.isEmpty() ? primary : signatories;
            return holders.stream().map(Someone::itself).toList();
        }
    }

    private void account(XmlElement account, Optional<SubjectRole> role, Faults faults) throws FileRefused {
        String field = account.name().startsWith("to_") ? "to_account" : "from_account";
        Optional<Identifier> identifier = faults.identifier(field, account.path(), () -> accounts.identifier(account));
        List<Someone> entities = new ArrayList<>();
        for (XmlElement entity : account.children()
                .filter(it -> PersonReader.isEntity(it.name()))
                .toList()) {
            entities.add(enter(people.entity(entity, faults)));
            gather(entity, faults);
        }
        List<Someone> signatories = new ArrayList<>();
        List<Someone> primary = new ArrayList<>();
        for (XmlElement signatory : signatories(account).toList()) {
            for (XmlElement person : signatory
                    .children()
                    .filter(it -> PersonReader.isPerson(it.name()))
                    .toList()) {
                Someone someone = enter(people.person(person, faults));
                signatories.add(someone);
                if (signatory.value("is_primary").map("true"::equals).orElse(false)) {
                    primary.add(someone);
                }
            }
        }
        if (!entities.isEmpty() || !signatories.isEmpty()) {
            held.add(new Account(identifier, role.orElse(SubjectRole.ACCOUNT_HOLDER), entities, primary, signatories));
        }
    }

    private static Stream<XmlElement> signatories(XmlElement account) {
        return Stream.concat(
                account.all("signatory"), account.all("related_persons").flatMap(XmlElement::children));
    }

    private Someone enter(Someone someone) throws FileRefused {
        Optional<Someone> same = known.stream()
                .filter(other -> other.sharesDocument(someone))
                .findFirst()
                .or(() ->
                        known.stream().filter(other -> other.isSameAs(someone)).findFirst());
        if (same.isPresent()) {
            Someone one = same.get();
            one.take(someone);
            List<Someone> others = known.stream()
                    .filter(other -> other != one && other.sharesDocument(one))
                    .toList();
            others.forEach(one::take);
            known.removeAll(others);
            return one;
        }
        known.add(someone);
        if (known.size() > limits.maxSubjects()) {
            throw new FileRefused("too_many_subjects");
        }
        return someone;
    }

    /** To be asked once the report is read to its end. */
    List<ImportedSubject> subjects() {
        held.forEach(account -> account.holders(today).forEach(holder -> {
            account.identifier().ifPresent(it -> holder.holds(List.of(it)));
            holder.plays(account.role());
        }));
        return known.stream().map(someone -> someone.subject(today)).toList();
    }
}
