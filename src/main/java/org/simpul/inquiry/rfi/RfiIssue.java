package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.shared.Reference;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.agreement.Agreements;

/** Gives each of those who are asked a thread of its own, and tells nobody of another one. */
@ApplicationScoped
class RfiIssue {
    private final EntityManager database;
    private final InquiryConfig config;
    private final RfiReader reader;
    private final Scopes scopes;
    private final Stored stored;
    private final Ledger ledger;
    private final Agreements agreements;
    private final Notifications notifications;
    private final InstantSource clock;

    RfiIssue(
            EntityManager database,
            InquiryConfig config,
            RfiReader reader,
            Scopes scopes,
            Stored stored,
            Ledger ledger,
            Agreements agreements,
            Notifications notifications,
            InstantSource clock) {
        this.database = database;
        this.config = config;
        this.reader = reader;
        this.scopes = scopes;
        this.stored = stored;
        this.ledger = ledger;
        this.agreements = agreements;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * @param step ISSUE, or ISSUE_ALONE of what keeps its act
     * @param approver null for ISSUE_ALONE
     * @throws Problem STATE_CONFLICT when its deadline has passed, or nothing is agreed with a foreign FIU
     */
    void to(Rfi rfi, List<Member> recipients, RfiTransition step, @Nullable UUID approver) {
        recipients.forEach(agreements::requireAcross);
        Instant now = clock.instant();
        Instant due = rfi.answerBy == null ? now.plus(config.answerWithin(rfi.urgent)) : rfi.answerBy;
        if (!due.isAfter(now)) {
            throw Problem.stateConflict("rfi_due_is_past");
        }
        rfi.take(step);
        rfi.approvedBy = approver;
        rfi.issuedAt = now;
        rfi.lookAt = due.plus(config.expireAfter());
        // the database takes threads of what is issued alone, to those who are listed
        database.flush();
        List<RfiRecipient> rows =
                recipients.stream().map(member -> row(rfi, member, due)).toList();
        rows.forEach(database::persist);
        database.flush();
        for (int i = 0; i < rows.size(); i++) {
            RfiVersion thread = version(rfi, rows.get(i), recipients.get(i));
            database.persist(thread);
            disclose(rfi, thread, approver);
        }
    }

    private RfiRecipient row(Rfi rfi, Member member, Instant due) {
        RfiRecipient row = new RfiRecipient();
        row.owner = rfi.owner;
        row.rfiId = rfi.id;
        row.threadId = UUID.randomUUID();
        row.recipient = member.id();
        row.dueAt = due;
        row.stage = RecipientStage.WARN;
        row.lookAt = due.minus(config.warnBefore(rfi.urgent));
        return row;
    }

    private RfiVersion version(Rfi rfi, RfiRecipient row, Member member) {
        RfiVersion thread = new RfiVersion();
        thread.id = row.threadId;
        thread.owner = rfi.owner;
        thread.recipient = row.recipient;
        thread.reference = Reference.random("Q");
        thread.purpose = rfi.purpose;
        thread.predicateOffence = rfi.predicateOffence;
        thread.legalBasis = rfi.legalBasis;
        thread.matter = rfi.matter;
        thread.egmontReference = rfi.egmontReference;
        thread.question = stored.text(scopes.askedOf(member, reader.rule(rfi), reader.question(rfi)));
        thread.preserve = rfi.preserve;
        thread.urgent = rfi.urgent;
        thread.tlp = rfi.tlp;
        thread.pap = rfi.pap;
        thread.dueAt = row.dueAt;
        thread.sealedAt = rfi.issuedAt;
        return thread;
    }

    private void disclose(Rfi rfi, RfiVersion thread, @Nullable UUID approver) {
        ledger.disclose(
                new SharedVersion(ObjectKind.RFI_VERSION, thread.id, thread.owner),
                Audience.participant(thread.recipient),
                new Terms(
                        rfi.purpose,
                        rfi.legalBasis,
                        thread.handling(),
                        null,
                        rfi.writtenBy[0],
                        approver,
                        thread.sealedAt,
                        null));
        notifications.put(new Notification(
                thread.recipient, null, Permission.RFI_ANSWER_DRAFT, ThreadService.KIND, thread.id, rfi.urgent));
    }
}
