package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/** Admits the first members of a new hub. Later ones are admitted by two persons, and not here. */
@ApplicationScoped
public class FoundingService {
    private final CurrentCaller current;
    private final ParticipantRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;

    FoundingService(CurrentCaller current, ParticipantRepository repository, AuditLog audit, InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
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
        List<String> admitted = new ArrayList<>();
        for (Founder founder : founders) {
            if (find(members, member -> member.alias.equals(founder.alias())).isEmpty()) {
                Participant member = admit(founder);
                audit.record(
                        ParticipantAct.PARTICIPANT_ADMITTED, new AuditedObject("PARTICIPANT", member.id, member.id));
                admitted.add(member.alias);
            }
        }
        repository.flush();
        return admitted;
    }

    private Participant admit(Founder founder) {
        Caller operator = current.get();
        Participant member = new Participant();
        member.id = founder.alias().equals(operator.participantAlias()) ? operator.participantId() : Ids.next();
        member.alias = founder.alias();
        member.name = founder.name();
        member.kind = founder.kind();
        member.sector = founder.sector();
        member.jurisdiction = founder.jurisdiction();
        member.status = ParticipantStatus.ADMITTED;
        member.identityProvider = founder.identityProvider();
        member.allowedRoles = founder.roles().stream().map(Role::text).sorted().toArray(String[]::new);
        member.createdAt = clock.instant();
        repository.persist(member);
        return member;
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
        repeated(founders, Founder::identityProvider, "identity_provider", violations);
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
        if (founder.identityProvider() != null
                && find(members, member -> founder.identityProvider().equals(member.identityProvider))
                        .isPresent()) {
            violations.add(new Violation(field + "identity_provider", "taken_by_a_member"));
        }
        if (founder.kind() == ParticipantKind.FIU
                && find(members, member -> member.kind == ParticipantKind.FIU).isPresent()) {
            violations.add(new Violation(field + "kind", "one_fiu"));
        }
    }

    private static void repeated(
            List<Founder> founders,
            Function<Founder, @Nullable String> value,
            String name,
            List<Violation> violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < founders.size(); i++) {
            String found = value.apply(founders.get(i));
            if (Objects.nonNull(found) && !seen.add(found)) {
                violations.add(new Violation("participants[" + i + "]." + name, "given_twice"));
            }
        }
    }

    private static Optional<Participant> find(List<Participant> members, Predicate<Participant> rule) {
        return members.stream().filter(rule).findFirst();
    }
}
