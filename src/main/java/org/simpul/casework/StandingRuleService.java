package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;

/** Sets what happens to a P1 before anybody could look: proposed by one person, put in force by another. */
@ApplicationScoped
class StandingRuleService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final StandingRuleRepository repository;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final LegalBases bases;
    private final ContentDigests digests;
    private final AuditLog audit;
    private final InstantSource clock;

    StandingRuleService(
            CurrentCaller current,
            AccessPolicy policy,
            StandingRuleRepository repository,
            ParticipantDirectory directory,
            PeopleDirectory people,
            LegalBases bases,
            ContentDigests digests,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.directory = directory;
        this.people = people;
        this.bases = bases;
        this.digests = digests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    StandingRuleView read() {
        StandingRuleView view = view(policy.visibility(current.get()));
        audit.record(CaseworkAct.STANDING_RULE_READ, object(null));
        return view;
    }

    /** @throws Problem VERSION_REQUIRED, VERSION_CHANGED, INVALID for an unknown agency or unsuitable handling */
    @Transactional
    StandingRuleView propose(@Nullable String ifMatch, StandingRuleForm form) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        check(form);
        List<StandingRule> open = repository.open(scope, LockModeType.PESSIMISTIC_WRITE);
        long revision = repository.revision(scope);
        EntityTags.requireMatch(ifMatch, revision);
        Optional<StandingRule> before = with(open, StandingRuleStatus.PROPOSED);
        if (before.isPresent()) {
            before.get().take(StandingRuleStep.REPLACE, ++revision);
            repository.flush();
        }
        StandingRule rule = new StandingRule();
        rule.id = Ids.next();
        rule.owner = caller.participantId();
        rule.status = StandingRuleStatus.PROPOSED;
        rule.revision = revision + 1;
        rule.write(form);
        rule.proposedBy = caller.person();
        rule.proposedAt = clock.instant();
        rule.digest = digests.of(List.of(rule.id, rule.form()));
        repository.persistAndFlush(rule);
        StandingRuleView view = view(scope);
        audit.record(StandingRuleStep.PROPOSE.act(), object(rule), rule.digest);
        return view;
    }

    /**
     * @throws Problem INVALID when it declines without a reason, STATE_CONFLICT when nothing is proposed, VERSION_CHANGED
     *     for another digest, SAME_PERSON for who proposed it
     */
    @Transactional
    StandingRuleView decide(DecideOnStandingRule command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        command.check();
        List<StandingRule> open = repository.open(scope, LockModeType.PESSIMISTIC_WRITE);
        StandingRule rule =
                with(open, StandingRuleStatus.PROPOSED).orElseThrow(() -> Problem.stateConflict("nothing_proposed"));
        if (!command.digest().equals(rule.digest)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
        rule.decided(caller, clock.instant());
        long revision = repository.revision(scope);
        StandingRuleStep step = StandingRuleStep.DECLINE;
        if (command.decision() == DecideOnStandingRule.Choice.APPROVE) {
            step = StandingRuleStep.APPROVE;
            check(rule.form());
            Optional<StandingRule> before = with(open, StandingRuleStatus.LIVE);
            if (before.isPresent()) {
                before.get().take(StandingRuleStep.REPLACE, ++revision);
                repository.flush();
            }
        } else {
            rule.declineReason = command.reason();
        }
        rule.take(step, revision + 1);
        repository.flush();
        StandingRuleView view = view(scope);
        audit.record(step.act(), object(rule), rule.digest);
        return view;
    }

    /**
     * Off, at once, by one person: what stops the machine needs no second.
     *
     * @throws Problem STATE_CONFLICT when none is in force
     */
    @Transactional
    StandingRuleView end() {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        StandingRule rule = with(repository.open(scope, LockModeType.PESSIMISTIC_WRITE), StandingRuleStatus.LIVE)
                .orElseThrow(() -> Problem.stateConflict("no_rule_in_force"));
        rule.take(StandingRuleStep.END, repository.revision(scope) + 1);
        rule.endedBy = caller.person();
        rule.endedAt = clock.instant();
        repository.flush();
        StandingRuleView view = view(scope);
        audit.record(StandingRuleStep.END.act(), object(rule));
        return view;
    }

    private void check(StandingRuleForm form) {
        if (directory
                .admitted(form.agency())
                .filter(member -> member.kind() == ParticipantKind.LAW_ENFORCEMENT)
                .isEmpty()) {
            throw Problem.invalid("agency", "unknown_recipient");
        }
        bases.require(form.legalBasis(), BasisUse.DISSEMINATION);
        Tlp tlp = form.handling().tlp();
        Pap pap = form.handling().pap();
        if (tlp != Tlp.AMBER && tlp != Tlp.AMBER_STRICT || pap != Pap.RED && pap != Pap.AMBER) {
            throw Problem.invalid("handling", "unsuitable_for_a_rule");
        }
    }

    private StandingRuleView view(Visibility scope) {
        List<StandingRule> open = repository.open(scope, LockModeType.NONE);
        Map<UUID, String> logins = people.logins(
                current.get().participantId(),
                open.stream()
                        .flatMap(rule -> Stream.of(Optional.of(rule.proposedBy), Optional.ofNullable(rule.decidedBy)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        return new StandingRuleView(
                with(open, StandingRuleStatus.LIVE)
                        .map(rule -> StandingRuleView.Rule.from(rule, logins))
                        .orElse(null),
                with(open, StandingRuleStatus.PROPOSED)
                        .map(rule -> StandingRuleView.Rule.from(rule, logins))
                        .orElse(null),
                repository.revision(scope));
    }

    private static Optional<StandingRule> with(List<StandingRule> rules, StandingRuleStatus status) {
        return rules.stream().filter(rule -> rule.status == status).findFirst();
    }

    private AuditedObject object(@Nullable StandingRule rule) {
        return new AuditedObject(
                "STANDING_RULE", rule == null ? null : rule.id, current.get().participantId());
    }
}
