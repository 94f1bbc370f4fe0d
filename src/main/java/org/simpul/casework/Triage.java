package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.referral.CitedRedFlag;
import org.simpul.referral.ReferralContent;
import org.simpul.referral.SharedValue;
import org.simpul.referral.SubjectRole;
import org.simpul.referral.Submissions;
import org.simpul.referral.SubmittedTransactions;
import org.simpul.sharing.Visibility;
import org.simpul.typology.TypologyService;
import org.simpul.urgency.BusinessCalendar;
import org.simpul.urgency.UrgencyGround;

/** Scores what came in, and what waits in the queue and is linked to it: that has one link more. */
@ApplicationScoped
class Triage {
    private final Submissions submissions;
    private final SubmittedTransactions transactions;
    private final Links links;
    private final TypologyService typologies;
    private final IntakeRepository repository;
    private final BusinessCalendar calendar;

    Triage(
            Submissions submissions,
            SubmittedTransactions transactions,
            Links links,
            TypologyService typologies,
            IntakeRepository repository,
            BusinessCalendar calendar) {
        this.submissions = submissions;
        this.transactions = transactions;
        this.links = links;
        this.typologies = typologies;
        this.repository = repository;
        this.calendar = calendar;
    }

    /** @param intake loaded for a change */
    void score(Visibility scope, Intake intake) {
        Set<UUID> linked = linked(scope, intake);
        intake.scored(reasons(intake, linked.size()));
        repository.flush();
        for (Intake other : repository.lockWaiting(scope, linked)) {
            if (!hasMostLinks(other)) {
                other.scored(withLinks(other.reasons(), linked(scope, other).size()));
            }
        }
    }

    private List<TriageScore.Reason> reasons(Intake intake, int links) {
        ReferralContent content = submissions.content(intake.versionId);
        String ground = content.submission().urgencyGround();
        TriageScore.Facts facts = new TriageScore.Facts(
                ground == null ? null : UrgencyGround.valueOf(ground),
                content.subjects().stream()
                        .anyMatch(subject -> subject.roles().contains(SubjectRole.POSSIBLE_CHILD_VICTIM)),
                weight(content.redFlags()),
                links,
                transactions.lastBooked(intake.versionId).orElse(null),
                content.suspicionFormedOn(),
                content.subjects().stream()
                        .anyMatch(subject -> !subject.identifiers().isEmpty()));
        return TriageScore.of(facts, calendar.day(content.submission().submittedAt()));
    }

    /** One look-up for each typology that is cited. */
    private int weight(List<CitedRedFlag> flags) {
        Map<UUID, List<CitedRedFlag>> byTypology =
                flags.stream().collect(Collectors.groupingBy(CitedRedFlag::typologyVersionId));
        int sum = 0;
        for (Map.Entry<UUID, List<CitedRedFlag>> cited : byTypology.entrySet()) {
            Map<String, Integer> weights = typologies.weights(cited.getKey());
            sum += cited.getValue().stream()
                    .mapToInt(flag -> weights.getOrDefault(flag.redFlagCode(), 0))
                    .sum();
        }
        return sum;
    }

    private Set<UUID> linked(Visibility scope, Intake intake) {
        return links.of(scope, intake).telling().stream()
                .flatMap(value -> value.holders().stream())
                .map(SharedValue.Holder::referralId)
                .collect(Collectors.toSet());
    }

    private static boolean hasMostLinks(Intake intake) {
        return intake.reasons().stream()
                .anyMatch(reason -> reason.code() == TriageReason.LINKS
                        && reason.points() == TriageScore.links(TriageScore.MOST_LINKS));
    }

    private static List<TriageScore.Reason> withLinks(List<TriageScore.Reason> before, int links) {
        List<TriageScore.Reason> reasons = new ArrayList<>(before);
        reasons.removeIf(reason -> reason.code() == TriageReason.LINKS);
        int points = TriageScore.links(links);
        if (points > 0) {
            reasons.add(new TriageScore.Reason(TriageReason.LINKS, points));
        }
        return reasons;
    }
}
