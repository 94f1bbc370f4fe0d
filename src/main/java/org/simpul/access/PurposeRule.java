package org.simpul.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Person-level information is read for a stated purpose only (R5). */
@ApplicationScoped
public class PurposeRule {
    private static final Set<Purpose> CASEWORK = EnumSet.of(
            Purpose.CHILD_AT_RISK,
            Purpose.LOCATE_AND_PROTECT,
            Purpose.PREDICATE_OFFENCE,
            Purpose.MONEY_LAUNDERING,
            Purpose.ASSET_RECOVERY);

    private final MatterDirectory matters;

    PurposeRule(MatterDirectory matters) {
        this.matters = matters;
    }

    /**
     * Law enforcement reads persons only under a live matter that its supervisor registered; the others state a purpose
     * that their kind has, and a reporting entity's own referrals are for filing.
     *
     * @throws Problem PURPOSE_REQUIRED without a purpose, INVALID for another kind's, MATTER_NOT_LIVE without a live
     *     matter
     */
    public void requirePersonLevel(Caller caller) {
        require(caller, matters::isLive);
    }

    /** As {@link #requirePersonLevel}, for what is written under the matter: that is live until it is committed. */
    public void requirePersonLevelToWrite(Caller caller) {
        require(caller, matters::keepLive);
    }

    private static void require(Caller caller, BiPredicate<UUID, String> live) {
        if (caller.purpose() == null) {
            if (caller.kind() == ParticipantKind.REPORTING_ENTITY) {
                return;
            }
            throw Problem.of(ProblemType.PURPOSE_REQUIRED);
        }
        if (!purposesOf(caller.kind()).contains(caller.purpose())) {
            throw Problem.invalid("Purpose", "purpose_of_another_kind");
        }
        if (caller.kind() == ParticipantKind.LAW_ENFORCEMENT
                && (caller.caseReference() == null || !live.test(caller.participantId(), caller.caseReference()))) {
            throw Problem.of(ProblemType.MATTER_NOT_LIVE);
        }
    }

    /** Who reads persons, and what for; an audit reads acts, and no person. */
    private static Set<Purpose> purposesOf(ParticipantKind kind) {
        return switch (kind) {
            case REPORTING_ENTITY -> EnumSet.of(Purpose.FILING);
            case FIU, FOREIGN_FIU, LAW_ENFORCEMENT -> CASEWORK;
            case SUPERVISOR -> EnumSet.of(Purpose.SUPERVISION);
            case PARTNER, OPERATOR -> EnumSet.noneOf(Purpose.class);
        };
    }
}
