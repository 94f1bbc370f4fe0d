package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.MatterDirectory;
import org.simpul.access.MatterDirectory.LiveMatter;
import org.simpul.access.Permission;
import org.simpul.access.PurposeRule;
import org.simpul.access.quota.Quota;
import org.simpul.access.quota.Quotas;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.PersonName;
import org.simpul.inquiry.asking.SelfAsked;
import org.simpul.outbox.Outbox;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.shared.Reference;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * An agency's interests. Whom one meets is looked for after its commit, by the FIU's clerk: nothing here hangs on what
 * others have registered.
 */
@ApplicationScoped
class InterestService {
    static final String KIND = "INTEREST";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final MatterDirectory matters;
    private final Interests interests;
    private final Matching matching;
    private final AskedValues asked;
    private final SelfAsked self;
    private final Quotas quotas;
    private final InterestConfig config;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    InterestService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            MatterDirectory matters,
            Interests interests,
            Matching matching,
            AskedValues asked,
            SelfAsked self,
            Quotas quotas,
            InterestConfig config,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.matters = matters;
        this.interests = interests;
        this.matching = matching;
        this.asked = asked;
        this.self = self;
        this.quotas = quotas;
        this.config = config;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem FORBIDDEN for a silence that is not the caller's to decide, PURPOSE_REQUIRED, MATTER_NOT_LIVE,
     *     INVALID when it is not in one value, that has no canonical form, or it would outlast its matter, or its silence
     *     the interest; QUOTA_USED when too many were registered today
     */
    @Transactional
    InterestView register(RegisterInterest command) {
        Caller caller = current.get();
        if (command.silence() != null && !caller.may(Permission.INTEREST_SILENCE)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        purpose.requirePersonLevelToWrite(caller);
        command.requireOne();
        String number = Objects.requireNonNull(caller.caseReference());
        LiveMatter matter = matters.find(caller.participantId(), number).orElseThrow();
        if (command.endsAt().isAfter(matter.expiresAt())) {
            throw Problem.invalid("ends_at", "interest_outlasts_matter");
        }
        Interest interest = new Interest();
        interest.id = Ids.next();
        interest.owner = caller.participantId();
        interest.reference = Reference.random("I");
        interest.matter = number;
        setValue(caller, interest, command);
        interest.desk = command.desk();
        interest.contact = command.contact();
        interest.registeredBy = caller.person();
        interest.registeredAt = clock.instant();
        interest.endsAt = command.endsAt();
        if (command.silence() != null) {
            keepSilent(interest, command.silence(), "silence.until");
        }
        quotas.count(
                caller, new Quota("INTEREST", "identifier", "interest_quota", config.perAgency(), config.perPerson()));
        interests.persistAndFlush(interest);
        outbox.put(Interests.REGISTERED, interest.id);
        audit.record(InterestStep.REGISTER.act(), audited(interest));
        if (command.silence() != null) {
            audit.record(InterestStep.SILENCE.act(), audited(interest));
        }
        return InterestView.from(interest, interest.registeredAt, Set.of(number));
    }

    private void setValue(Caller caller, Interest interest, RegisterInterest command) {
        if (command.name() == null) {
            Identifier identifier = command.identifier().canonical("identifier");
            self.note(caller, identifier);
            interest.kind = identifier.type().name();
            interest.digest = asked.interest(identifier);
        } else {
            interest.kind = "NAME";
            interest.digest = asked.interest(PersonName.of(command.name()));
        }
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is over, INVALID when the silence would outlast it */
    @Transactional
    InterestView silence(UUID id, SilenceInterest command) {
        Instant now = clock.instant();
        Interest interest = open(id, InterestStep.SILENCE, now);
        keepSilent(interest, command, "until");
        return done(interest, InterestStep.SILENCE, now);
    }

    private void keepSilent(Interest interest, SilenceInterest command, String field) {
        if (command.until().isAfter(interest.endsAt)) {
            throw Problem.invalid(field, "silence_outlasts_interest");
        }
        interest.silentUntil = command.until();
        interest.silenceReason = command.reason();
        interest.silencedBy = current.get().person();
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is over */
    @Transactional
    InterestView withdraw(UUID id) {
        Caller caller = current.get();
        Instant now = clock.instant();
        Interest interest = open(id, InterestStep.WITHDRAW, now);
        interest.withdrawnBy = caller.person();
        interest.withdrawnAt = now;
        return done(interest, InterestStep.WITHDRAW, now);
    }

    @Transactional
    Page<InterestView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Interest> rows = Page.of(interests.newest(scope, page), page.size(), interest -> interest.id);
        Set<String> live = live(rows.items());
        audit.record(InterestAct.INTEREST_LISTED, AuditedObject.list(KIND));
        Instant now = clock.instant();
        return rows.map(interest -> InterestView.from(interest, now, live));
    }

    private Interest open(UUID id, InterestStep step, Instant now) {
        Interest interest = interests.lock(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        interest.requireOpen(step, now, live(List.of(interest)));
        matching.await(interest.id);
        return interest;
    }

    private InterestView done(Interest interest, InterestStep step, Instant now) {
        interests.flush();
        audit.record(step.act(), audited(interest));
        return InterestView.from(interest, now, live(List.of(interest)));
    }

    private Set<String> live(List<Interest> rows) {
        return matters.live(
                current.get().participantId(),
                rows.stream().map(interest -> interest.matter).collect(Collectors.toSet()));
    }

    static AuditedObject audited(Interest interest) {
        return new AuditedObject(KIND, interest.id, interest.owner);
    }
}
