package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Problem;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.consent.ConsentDecision.Outcome;

/** Puts consents together, and finds the institutions that they name. */
@ApplicationScoped
class ConsentReader {
    private static final Set<ParticipantKind> AUTHORITIES =
            Set.of(ParticipantKind.FIU, ParticipantKind.LAW_ENFORCEMENT, ParticipantKind.FOREIGN_FIU);

    private final ConsentRepository repository;
    private final ParticipantDirectory directory;
    private final InstantSource clock;

    ConsentReader(ConsentRepository repository, ParticipantDirectory directory, InstantSource clock) {
        this.repository = repository;
        this.directory = directory;
        this.clock = clock;
    }

    /** A consent and all that was said to it. */
    record File(Consent consent, List<ConsentDecision> decisions) {
        Optional<ConsentDecision> granted() {
            return decisions.stream()
                    .filter(decision -> decision.outcome == Outcome.GRANTED)
                    .findFirst();
        }
    }

    Optional<File> find(Visibility scope, UUID id) {
        return repository
                .find(scope, id)
                .map(consent -> new File(consent, repository.decisions(scope, List.of(consent.id))));
    }

    ConsentStatus status(File file) {
        return file.consent().status(file.decisions(), clock.instant());
    }

    /** @param consents loaded in scope */
    List<ConsentView> views(Visibility scope, List<Consent> consents) {
        Map<UUID, List<ConsentDecision>> said =
                repository.decisions(scope, consents.stream().map(row -> row.id).toList()).stream()
                        .collect(Collectors.groupingBy(row -> row.consentId));
        Set<UUID> named = new HashSet<>();
        consents.forEach(row -> {
            named.add(row.owner);
            named.add(row.objectOwner);
            named.addAll(Arrays.asList(row.recipients));
        });
        Map<UUID, Member> members = directory.byId(named);
        return consents.stream()
                .map(row -> view(new File(row, said.getOrDefault(row.id, List.of())), members))
                .toList();
    }

    private ConsentView view(File file, Map<UUID, Member> members) {
        Consent consent = file.consent();
        Optional<ConsentDecision> grant = file.granted();
        Optional<ConsentDecision> last = file.decisions().stream().max(Comparator.comparing(row -> row.outcome));
        return new ConsentView(
                consent.id,
                status(file),
                consent.objectId,
                members.get(consent.owner).name(),
                members.get(consent.objectOwner).name(),
                consent.scope,
                Arrays.stream(grant.map(row -> row.recipients).orElse(consent.recipients))
                        .map(id -> members.get(id).name())
                        .sorted()
                        .toList(),
                consent.purpose,
                consent.reason,
                grant.map(row -> row.until).orElse(consent.until),
                consent.askedAt,
                grant.map(row -> row.conditions).orElse(null),
                last.map(row -> row.at).orElse(null),
                last.map(row -> row.reason).orElse(null));
    }

    /**
     * @param among ids one of which each has to be
     * @throws Problem INVALID for who is not admitted, or not among them
     */
    List<UUID> chosen(List<String> aliases, Collection<UUID> among) {
        return named(aliases, member -> among.contains(member.id()));
    }

    /** @throws Problem INVALID for who is no admitted authority of this country, or is left out: the FIU alone gives across a border */
    List<UUID> authorities(List<String> aliases, Set<UUID> leftOut) {
        return named(
                aliases,
                member -> AUTHORITIES.contains(member.kind())
                        && member.kind() != ParticipantKind.FOREIGN_FIU
                        && !leftOut.contains(member.id()));
    }

    private List<UUID> named(List<String> aliases, Predicate<Member> fits) {
        Problem unknown = Problem.invalid("recipients", "unknown_recipient");
        return aliases.stream()
                .distinct()
                .map(alias -> directory
                        .admitted(alias)
                        .filter(fits)
                        .orElseThrow(() -> unknown)
                        .id())
                .toList();
    }

    boolean isAuthority(UUID participant) {
        return AUTHORITIES.contains(
                directory.byId(List.of(participant)).get(participant).kind());
    }
}
