package org.simpul.participant;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Admits the first members of a new hub, once. Later ones are admitted by two persons, and not here. */
@ApplicationScoped
public class FoundingService {
    private final CurrentCaller current;
    private final ParticipantRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ObjectMapper json;

    FoundingService(
            CurrentCaller current,
            ParticipantRepository repository,
            AuditLog audit,
            InstantSource clock,
            ObjectMapper json) {
        this.current = current;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Admits those who are no members yet, all or none; members stay as they are. Called by a system actor of the
     * operator, who is among the founders and is admitted under the id that it acts by.
     *
     * @return aliases of those admitted now, in the order given
     * @throws Problem INVALID when one founder can't be admitted beside the others or beside the members there are
     */
    @Transactional
    public List<String> admit(List<Founder> founders) {
        List<Participant> members = repository.listAll();
        requireFit(founders, members);
        List<Founder> newcomers = founders.stream()
                .filter(founder -> find(members, member -> member.alias.equals(founder.alias()))
                        .isEmpty())
                .toList();
        if (!newcomers.isEmpty()) {
            found(newcomers);
        }
        return newcomers.stream().map(Founder::alias).toList();
    }

    private void found(List<Founder> newcomers) {
        if (repository.isFounded()) {
            throw Problem.invalid("participants", "hub_is_founded");
        }
        Caller operator = current.get();
        List<FirstMember> members = newcomers.stream()
                .map(founder -> FirstMember.of(
                        founder,
                        founder.alias().equals(operator.participantAlias()) ? operator.participantId() : Ids.next(),
                        clock.instant()))
                .toList();
        repository.found(json.valueToTree(members).toString());
        members.forEach(member -> audit.record(
                ParticipantAct.PARTICIPANT_ADMITTED, new AuditedObject("PARTICIPANT", member.id(), member.id())));
    }

    /** A row of {@code simpul_found}. */
    private record FirstMember(
            UUID id,
            String alias,
            String name,
            ParticipantKind kind,
            @Nullable String sector,
            String jurisdiction,
            List<String> allowedRoles,
            Instant createdAt,
            IdentityProvider.Protocol protocol,
            @Nullable String metadataUrl,
            @Nullable String metadata,
            @Nullable String clientId,
            String rolesClaim,
            @Nullable String fingerprint) {

        static FirstMember of(Founder founder, UUID id, Instant now) {
            IdentityProvider provider = founder.identityProvider();
            return new FirstMember(
                    id,
                    founder.alias(),
                    founder.name(),
                    founder.kind(),
                    founder.sector(),
                    founder.jurisdiction(),
                    founder.roles().stream().map(Role::text).sorted().toList(),
                    now,
                    provider.protocol(),
                    provider.metadataUrl(),
                    provider.metadata(),
                    provider.clientId(),
                    provider.rolesClaim(),
                    provider.fingerprint());
        }
    }

    private static void requireFit(List<Founder> founders, List<Participant> members) {
        List<Violation> violations = new ArrayList<>();
        if (founders.stream()
                        .filter(founder -> founder.kind() == ParticipantKind.FIU)
                        .count()
                != 1) {
            violations.add(new Violation("participants", "one_fiu"));
        }
        repeated(founders, Founder::alias, "alias", violations);
        repeated(founders, Founder::name, "name", violations);
        for (int i = 0; i < founders.size(); i++) {
            requireFit(founders.get(i), members, "participants[" + i + "].", violations);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static void requireFit(
            Founder founder, List<Participant> members, String field, List<Violation> violations) {
        if (!founder.roles().stream().allMatch(role -> role.countsUnder(founder.kind()))) {
            violations.add(new Violation(field + "roles", "role_of_another_kind"));
        }
        Optional<Participant> same = find(members, member -> member.alias.equals(founder.alias()));
        if (same.isPresent()) {
            if (same.get().kind != founder.kind()) {
                violations.add(new Violation(field + "kind", "member_differs"));
            }
            if (!same.get().name.equals(founder.name())) {
                violations.add(new Violation(field + "name", "member_differs"));
            }
            return;
        }
        if (find(members, member -> member.name.equals(founder.name())).isPresent()) {
            violations.add(new Violation(field + "name", "taken_by_a_member"));
        }
        if (founder.kind() == ParticipantKind.FIU
                && find(members, member -> member.kind == ParticipantKind.FIU).isPresent()) {
            violations.add(new Violation(field + "kind", "one_fiu"));
        }
    }

    private static void repeated(
            List<Founder> founders, Function<Founder, String> value, String name, List<Violation> violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < founders.size(); i++) {
            if (!seen.add(value.apply(founders.get(i)))) {
                violations.add(new Violation("participants[" + i + "]." + name, "given_twice"));
            }
        }
    }

    private static Optional<Participant> find(List<Participant> members, Predicate<Participant> rule) {
        return members.stream().filter(rule).findFirst();
    }
}
