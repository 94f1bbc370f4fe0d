package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.referral.Submissions;
import org.simpul.referral.Urgency;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.UrgencyGround;

/**
 * Applies the standing rule to a P1, once for each intake, under a name of its own. The intake stays where it is: people
 * decide on it as on any other.
 */
@ApplicationScoped
class StandingRuleClerk implements OutboxHandler {
    private static final String NAME = "standing-rule";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final StandingRuleRepository rules;
    private final IntakeRepository intakes;
    private final Submissions submissions;
    private final RuledDissemination dissemination;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    StandingRuleClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            StandingRuleRepository rules,
            IntakeRepository intakes,
            Submissions submissions,
            RuledDissemination dissemination,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.rules = rules;
        this.intakes = intakes;
        this.submissions = submissions;
        this.dissemination = dissemination;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return IntakeStep.URGENT;
    }

    @Override
    public void handle(UUID intakeId) {
        Member fiu = directory.fiu();
        try {
            actor.act(NAME, fiu, () -> {
                apply(intakeId);
                return intakeId;
            });
        } catch (Problem e) {
            // no other try would end better: people do what the rule could not
            actor.act(NAME, fiu, () -> {
                giveUp(intakeId);
                return intakeId;
            });
        }
    }

    private void apply(UUID intakeId) {
        Visibility scope = policy.visibility(current.get());
        Intake intake = intakes.lock(scope, intakeId).orElseThrow(Problem::notFound);
        Optional<StandingRule> rule = rules.live(scope);
        if (rule.isEmpty() || intake.ruledAt != null || intake.urgency != Urgency.P1 || isInHands(scope, intake)) {
            return;
        }
        String text = submissions.head(intake.versionId).urgencyGround();
        if (text == null || !rule.get().grounds().contains(UrgencyGround.valueOf(text))) {
            return;
        }
        intake.ruledAt = clock.instant();
        DisseminationVersion version = dissemination.make(scope, rule.get(), intake, UrgencyGround.valueOf(text));
        audit.record(CaseworkAct.DISSEMINATION_RULED, DisseminationService.audited(version), version.digest);
        audit.record(CaseworkAct.INTAKE_RULED, IntakeService.audited(intake));
    }

    /** What people have decided on, asked back or given on already is theirs alone. */
    private boolean isInHands(Visibility scope, Intake intake) {
        return !intake.status.isUndecided()
                || intake.withdrawalAskedAt != null
                || intakes.isDisseminated(scope, intake);
    }

    private void giveUp(UUID intakeId) {
        Intake intake = intakes.lock(policy.visibility(current.get()), intakeId).orElseThrow(Problem::notFound);
        intake.ruledAt = clock.instant();
        notifications.put(new Notification(
                intake.owner, null, Permission.STANDING_RULE_SET, IntakeService.KIND, intake.id, true));
        audit.record(CaseworkAct.INTAKE_NOT_RULED, IntakeService.audited(intake));
    }
}
