package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PeopleDirectory;
import org.simpul.shared.Wording;

/** Puts the names to intakes: of submitters, of colleagues, and of what their score is made of. */
@ApplicationScoped
class IntakeSummaries {
    private final CurrentCaller current;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final Wording wording;

    IntakeSummaries(CurrentCaller current, ParticipantDirectory directory, PeopleDirectory people, Wording wording) {
        this.current = current;
        this.directory = directory;
        this.people = people;
        this.wording = wording;
    }

    IntakeSummary of(Intake intake) {
        return of(List.of(intake)).apply(intake);
    }

    /** @return the view of each of them, with two look-ups for all */
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
        return intake -> IntakeSummary.from(intake, members, logins, reasons(intake));
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
