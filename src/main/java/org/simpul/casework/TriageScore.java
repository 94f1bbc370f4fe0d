package org.simpul.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simpul.urgency.UrgencyGround;

/**
 * A sum that orders the queue within an urgency, and shows what it is made of. It decides nothing. What it is computed
 * from has no room for nationality, age or gender.
 */
final class TriageScore {
    private static final int MOST_FOR_FLAGS = 30;
    /** More links say nothing more. */
    static final int MOST_LINKS = 5;

    private TriageScore() {}

    /** A summand; those of nothing are left out. */
    record Reason(TriageReason code, int points) {}

    /**
     * What counts.
     *
     * @param flagWeight sum of the weights of the cited red flags, each 0 to 100
     * @param links other referrals with the same identifier
     * @param lastPayment day of the last transaction; null without any
     * @param identified whether a subject has an identifier
     */
    record Facts(
            @Nullable UrgencyGround ground,
            boolean childVictim,
            int flagWeight,
            int links,
            @Nullable LocalDate lastPayment,
            LocalDate suspicionFormedOn,
            boolean identified) {}

    /** @param today the day of the submission, so that the score of a version stays what it was */
    static List<Reason> of(Facts facts, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        add(reasons, TriageReason.GROUND, ground(facts.ground()));
        add(reasons, TriageReason.CHILD_VICTIM, facts.childVictim() ? 25 : 0);
        add(reasons, TriageReason.RED_FLAGS, Math.min(MOST_FOR_FLAGS, facts.flagWeight() / 4));
        add(reasons, TriageReason.LINKS, links(facts.links()));
        add(reasons, TriageReason.RECENT_PAYMENT, recency(facts.lastPayment(), today, 15, 8));
        add(reasons, TriageReason.RECENT_SUSPICION, recency(facts.suspicionFormedOn(), today, 5, 2));
        add(reasons, TriageReason.IDENTIFIED, facts.identified() ? 5 : 0);
        add(reasons, TriageReason.PAYMENTS, facts.lastPayment() == null ? 0 : 5);
        return reasons;
    }

    static int sum(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    /** In bands: one link, some, many. */
    static int links(int count) {
        if (count == 0) {
            return 0;
        }
        return count == 1 ? 5 : count < MOST_LINKS ? 10 : 20;
    }

    private static int ground(@Nullable UrgencyGround ground) {
        if (ground == null) {
            return 0;
        }
        return switch (ground) {
            case LIVE_OR_SCHEDULED_ABUSE -> 40;
            case TRAVEL_TO_A_CHILD, SELF_HARM_RISK -> 35;
            case EXTORTION_UNDER_WAY -> 30;
        };
    }

    /** Within a week, within a month. */
    private static int recency(@Nullable LocalDate day, LocalDate today, int week, int month) {
        if (day == null) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(day, today);
        return days <= 7 ? week : days <= 30 ? month : 0;
    }

    private static void add(List<Reason> reasons, TriageReason code, int points) {
        if (points > 0) {
            reasons.add(new Reason(code, points));
        }
    }
}
