package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PeopleDirectory;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;

/** Puts the names to intakes: of submitters, of colleagues, and of what their score is made of. */
@ApplicationScoped
class IntakeSummaries {
    private final CurrentCaller current;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final AccessPolicy policy;
    private final DisseminationRepository disseminations;
    private final Wording wording;

    IntakeSummaries(
            CurrentCaller current,
            ParticipantDirectory directory,
            PeopleDirectory people,
            AccessPolicy policy,
            DisseminationRepository disseminations,
            Wording wording) {
        this.policy = policy;
        this.disseminations = disseminations;
        this.current = current;
        this.directory = directory;
        this.people = people;
        this.wording = wording;
    }

    IntakeSummary of(Intake intake) {
        return of(List.of(intake)).apply(intake);
    }

    /** @return the view of each of them, with a few look-ups for all */
    Function<Intake, IntakeSummary> of(Collection<Intake> intakes) {
        Map<UUID, Member> members = directory.byId(
                intakes.stream().map(intake -> intake.referralOwner).collect(Collectors.toSet()));
        Map<UUID, String> logins = people.logins(
                current.get().participantId(),
                intakes.stream()
                        .flatMap(intake -> Stream.of(
                                Optional.ofNullable(intake.assignedTo),
                                Optional.ofNullable(intake.reopeningProposedBy)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        Set<UUID> told = toldIn(intakes);
        return intake -> IntakeSummary.from(
                intake,
                members,
                logins,
                Arrays.stream(intake.toldIn).filter(told::contains).toList(),
                reasons(intake));
    }

    /** Without those of a restricted case that the caller does not see. */
    private Set<UUID> toldIn(Collection<Intake> intakes) {
        Set<UUID> all =
                intakes.stream().flatMap(intake -> Arrays.stream(intake.toldIn)).collect(Collectors.toSet());
        return all.isEmpty() ? all : Set.copyOf(disseminations.seen(policy.visibility(current.get()), all));
    }

    private List<TriageReasonView> reasons(Intake intake) {
        return intake.reasons().stream()
                .map(reason -> new TriageReasonView(
                        reason.code(),
                        reason.points(),
                        wording.violation(reason.code().textKey())))
                .toList();
    }
}
