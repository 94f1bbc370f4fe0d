package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ApproveOrReturn;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.Act;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.inquiry.rfi.Rfi.Writers;
import org.simpul.inquiry.rfi.ThreadDesk.Open;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Pap;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.agreement.Agreements;

/** What the asked answers: written by one person, submitted by another one, read by whoever asked. */
@ApplicationScoped
class AnswerService {
    private final ThreadDesk desk;
    private final ThreadRepository threads;
    private final ThreadReader reader;
    private final AnswerRows rows;
    private final GivenDisseminations disseminations;
    private final Routes routes;
    private final ParticipantDirectory directory;
    private final Stored stored;
    private final Ledger ledger;
    private final Agreements agreements;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    AnswerService(
            ThreadDesk desk,
            ThreadRepository threads,
            ThreadReader reader,
            AnswerRows rows,
            GivenDisseminations disseminations,
            Routes routes,
            ParticipantDirectory directory,
            Stored stored,
            Ledger ledger,
            Agreements agreements,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.desk = desk;
        this.threads = threads;
        this.reader = reader;
        this.rows = rows;
        this.disseminations = disseminations;
        this.routes = routes;
        this.directory = directory;
        this.stored = stored;
        this.ledger = ledger;
        this.agreements = agreements;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the open answer, or begins one.
     *
     * @param ifMatch the tag of the thread as the asked reads it
     * @throws Problem NOT_FOUND, VERSION_CHANGED, INVALID, STATE_CONFLICT for the asker, when an answer waits for its second
     *     person, or when what was said before does not allow it
     */
    @Transactional
    ThreadView write(UUID threadId, @Nullable String ifMatch, WriteAnswer form) {
        Open open = desk.openAsAsked(threadId);
        desk.requireOpen(open, ThreadTransition.of(form.outcome()));
        RfiAnswer answer = toWrite(open, ifMatch);
        requireRefusable(open, form.outcome());
        AnswerContent content = rows.of(form, open.caller().kind() == ParticipantKind.FIU);
        disseminations.requireGiven(form.disseminationId(), open.thread().owner);
        RfiAnswer written = answer == null ? begin(open) : answer;
        written.outcome = form.outcome();
        written.refusal = form.refusal();
        written.note = form.note();
        written.disseminationId = form.disseminationId();
        written.content = stored.text(content);
        keep(open, written);
        return done(open, RfiAct.RFI_ANSWER_WRITTEN, null);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT for the asker, and when what was said before allows no answer */
    @Transactional
    @NotAudited("asked before a file is read; what it changes is recorded")
    void requireAnswerable(UUID threadId) {
        desk.requireOpen(desk.openAsAsked(threadId), ThreadTransition.ANSWER);
    }

    /**
     * Puts the transactions of a file in the place of those before; what else is written stays, and where nothing is, the
     * open answer begins with them.
     *
     * @return tag of the thread for the next change
     * @throws Problem as for what is written; STATE_CONFLICT also for the FIU, which hands no rows on
     */
    @Transactional
    long replaceTransactions(UUID threadId, @Nullable String ifMatch, List<AnswerContent.Transaction> transactions) {
        Open open = desk.openAsAsked(threadId);
        if (open.caller().kind() == ParticipantKind.FIU) {
            throw Problem.stateConflict("rfi_answered_by_a_dissemination");
        }
        RfiAnswer before = toWrite(open, ifMatch);
        Outcome outcome = before == null || !before.outcome.hasRows() ? Outcome.ANSWERED : before.outcome;
        desk.requireOpen(open, ThreadTransition.of(outcome));
        RfiAnswer written = before == null ? begin(open) : before;
        AnswerContent content = before == null ? AnswerContent.EMPTY : reader.content(before);
        written.outcome = outcome;
        written.refusal = null;
        written.content = stored.text(content.with(transactions));
        keep(open, written);
        audit.record(RfiAct.RFI_ANSWER_WRITTEN, open.audited());
        return written.revision;
    }

    /** @return null where none is open */
    private @Nullable RfiAnswer toWrite(Open open, @Nullable String ifMatch) {
        RfiAnswer answer = threads.lockOpen(open.scope(), open.thread().id).orElse(null);
        EntityTags.requireMatch(ifMatch, answer == null ? 0 : answer.revision);
        if (answer != null && answer.digest != null) {
            throw Problem.stateConflict("rfi_answer_waits");
        }
        return answer;
    }

    private void keep(Open open, RfiAnswer written) {
        written.writtenBy = Writers.with(written.writtenBy, open.caller().person());
        written.revision++;
        threads.getEntityManager().persist(written);
        threads.flush();
    }

    private RfiAnswer begin(Open open) {
        RfiAnswer answer = new RfiAnswer();
        answer.id = Ids.next();
        answer.owner = open.caller().participantId();
        answer.threadId = open.thread().id;
        answer.threadOwner = open.thread().owner;
        answer.number = threads.answers(open.scope(), List.of(answer.threadId)).size() + 1;
        return answer;
    }

    private void requireRefusable(Open open, Outcome outcome) {
        UUID asker = open.thread().owner;
        if (outcome == Outcome.REFUSED
                && !routes.mayRefuse(
                        directory.byId(List.of(asker)).get(asker).kind(),
                        open.caller().kind())) {
            throw Problem.invalid("outcome", "rfi_not_refusable");
        }
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when nothing is written, or it waits already */
    @Transactional
    ThreadView handOver(UUID threadId) {
        Open open = desk.openAsAsked(threadId);
        RfiAnswer answer = threads.lockOpen(open.scope(), threadId)
                .filter(written -> written.digest == null)
                .orElseThrow(() -> Problem.stateConflict("rfi_nothing_written"));
        answer.writtenBy = Writers.with(answer.writtenBy, open.caller().person());
        answer.digest = reader.digest(answer);
        answer.returnReason = null;
        answer.revision++;
        threads.flush();
        notifications.put(new Notification(
                answer.owner, null, Permission.RFI_ANSWER_SUBMIT, ThreadService.KIND, threadId, open.thread().urgent));
        return done(open, RfiAct.RFI_ANSWER_HANDED_OVER, answer.digest);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it is returned without a reason, STATE_CONFLICT when nothing waits or what was
     *     said meanwhile does not allow it, VERSION_CHANGED for another digest, SAME_PERSON for who wrote on it
     */
    @Transactional
    ThreadView decide(UUID threadId, ApproveOrReturn command) {
        Open open = desk.openAsAsked(threadId);
        command.requireReason();
        RfiAnswer answer = threads.lockOpen(open.scope(), threadId)
                .filter(written -> written.digest != null)
                .orElseThrow(() -> Problem.stateConflict("not_pending_approval"));
        command.require(answer.digest, reader.digest(answer));
        FourEyes.require(open.caller(), List.of(answer.writtenBy));
        answer.revision++;
        if (!command.approves()) {
            answer.digest = null;
            answer.returnReason = command.reason();
            threads.flush();
            return done(open, RfiAct.RFI_ANSWER_RETURNED, null);
        }
        ThreadTransition kind = ThreadTransition.of(answer.outcome);
        desk.requireOpen(open, kind);
        disseminations.requireGiven(answer.disseminationId, open.thread().owner);
        agreements.requireAcross(directory.byId(List.of(open.thread().owner)).get(open.thread().owner));
        answer.approvedBy = open.caller().person();
        answer.sealedAt = clock.instant();
        threads.flush();
        // that there is nothing is told by the step alone, which is forgotten when the request is over
        if (answer.outcome != Outcome.NIL) {
            disclose(open, answer);
        }
        RfiStep step = desk.step(open, kind);
        step.refusal = answer.refusal;
        desk.say(open, step);
        return done(open, kind.act(), answer.digest);
    }

    private void disclose(Open open, RfiAnswer answer) {
        RfiVersion thread = open.thread();
        ledger.disclose(
                new SharedVersion(ObjectKind.RFI_ANSWER, answer.id, answer.owner),
                Audience.participant(thread.owner),
                new Terms(
                        thread.purpose,
                        thread.legalBasis,
                        new Handling(Tlp.AMBER_STRICT, Pap.RED),
                        null,
                        answer.writtenBy[0],
                        answer.approvedBy,
                        answer.sealedAt,
                        null));
    }

    private ThreadView done(Open open, Act act, @Nullable String digest) {
        ThreadView view = reader.view(open.caller(), open.scope(), open.thread());
        audit.record(act, open.audited(), digest);
        return view;
    }

    /** @throws Problem NOT_FOUND also for one that is not submitted */
    @Transactional
    AnswerView read(UUID threadId, int number) {
        Open open = desk.open(threadId);
        RfiAnswer answer = threads.answers(open.scope(), List.of(threadId)).stream()
                .filter(given -> given.number == number && given.sealedAt != null)
                .findFirst()
                .orElseThrow(Problem::notFound);
        AnswerView view = new AnswerView(
                number,
                answer.outcome,
                answer.refusal,
                answer.note,
                answer.disseminationId,
                reader.content(answer),
                answer.sealedAt);
        audit.record(RfiAct.RFI_ANSWER_READ, open.audited(), "answer " + number);
        return view;
    }
}
