package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.Outbox;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * The message board of a submitted referral, for its submitter and for the FIU. It is open whatever the FIU does with the
 * referral: a board that closed would tell.
 */
@ApplicationScoped
@Transactional
public class Messages {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MessageRepository repository;
    private final VersionRepository versions;
    private final Protection protection;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final Notifications notifications;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    Messages(
            CurrentCaller current,
            AccessPolicy policy,
            MessageRepository repository,
            VersionRepository versions,
            Protection protection,
            ParticipantDirectory directory,
            PeopleDirectory people,
            Notifications notifications,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.versions = versions;
        this.protection = protection;
        this.directory = directory;
        this.people = people;
        this.notifications = notifications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param referralId of a referral that the caller has loaded in its scope, or works on
     * @return the newest first
     */
    public Page<MessageView> list(UUID referralId, UUID referralOwner, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<ReferralMessage> rows =
                Page.of(repository.newest(scope, referralId, page), page.size(), message -> message.id);
        Page<MessageView> views = views(rows, protectedNow(scope, referralId));
        audit.record(ReferralAct.MESSAGE_LISTED, object(referralId, referralOwner));
        return views;
    }

    /**
     * From the FIU to the submitter.
     *
     * @throws Problem NOT_FOUND when no submission of the referral is seen; INVALID when the text tells who is protected
     */
    public MessageView toSubmitter(UUID referralId, UUID referralOwner, WriteMessage message) {
        ReferralMessage written =
                write(referralId, referralOwner, referralOwner, MessageKind.MESSAGE, "text", message.text());
        notifications.put(
                new Notification(referralOwner, null, Permission.REFERRAL_READ, "REFERRAL", referralId, false));
        return view(written);
    }

    /** From the submitter to the FIU; throws as {@link #toSubmitter}. */
    MessageView toFiu(Referral referral, WriteMessage message) {
        ReferralMessage written =
                write(referral.id, referral.owner, directory.fiu().id(), MessageKind.MESSAGE, "text", message.text());
        outbox.put("referral.answered", written.id);
        return view(written);
    }

    /** Asks the FIU for a withdrawal; the same asking is not told twice. Throws as {@link #toSubmitter}. */
    void askWithdrawal(Referral referral, String reason) {
        Optional<ReferralMessage> last = repository.lastRequest(policy.visibility(current.get()), referral.id);
        if (last.filter(request -> request.text.equals(reason)).isEmpty()) {
            ReferralMessage written = write(
                    referral.id,
                    referral.owner,
                    directory.fiu().id(),
                    MessageKind.WITHDRAWAL_REQUEST,
                    "reason",
                    reason);
            ReferralTransition.ASK_WITHDRAWAL.event().ifPresent(event -> outbox.put(event, written.id));
        }
    }

    /** @throws Problem NOT_FOUND when it is neither from nor to the caller's participant */
    @NotAudited("read inside use cases that are audited themselves")
    public MessageHead head(UUID messageId) {
        ReferralMessage message =
                repository.find(policy.visibility(current.get()), messageId).orElseThrow(Problem::notFound);
        return new MessageHead(message.id, message.objectId, message.kind, message.at);
    }

    /** @return what a message says now; null when it is absent or hidden */
    @NotAudited("read inside use cases that are audited themselves")
    public @Nullable String text(UUID messageId) {
        Visibility scope = policy.visibility(current.get());
        return repository
                .find(scope, messageId)
                .map(message -> protectedNow(scope, message.objectId).mask(message.text))
                .orElse(null);
    }

    private ReferralMessage write(
            UUID referralId, UUID referralOwner, UUID to, MessageKind kind, String field, String text) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        if (!versions.isSubmitted(scope, referralId, referralOwner)) {
            throw Problem.notFound();
        }
        if (protectedNow(scope, referralId).in(text).isPresent()) {
            throw Problem.invalid(field, "tells_protected_subject");
        }
        ReferralMessage message = new ReferralMessage();
        message.id = Ids.next();
        message.owner = caller.participantId();
        message.recipient = to;
        message.objectId = referralId;
        message.objectOwner = referralOwner;
        message.kind = kind;
        message.text = text;
        message.writtenBy = caller.person();
        message.at = clock.instant();
        repository.persist(message);
        audit.record(ReferralAct.MESSAGE_WRITTEN, object(referralId, referralOwner), kind.name());
        return message;
    }

    /** For the submitter also those whom an open version protects. */
    private ProtectedPeople protectedNow(Visibility scope, UUID referralId) {
        return protection.now(versions.ofReferral(scope, referralId));
    }

    private MessageView view(ReferralMessage message) {
        return views(new Page<>(List.of(message), null), new ProtectedPeople())
                .items()
                .get(0);
    }

    private Page<MessageView> views(Page<ReferralMessage> rows, ProtectedPeople hidden) {
        UUID me = current.get().participantId();
        Map<UUID, Member> members = directory.byId(
                rows.items().stream().map(message -> message.owner).collect(Collectors.toSet()));
        Set<UUID> authors = rows.items().stream()
                .filter(message -> message.owner.equals(me))
                .map(message -> message.writtenBy)
                .collect(Collectors.toSet());
        Map<UUID, String> logins = people.logins(me, authors);
        return rows.map(message -> new MessageView(
                message.id,
                message.kind,
                Objects.requireNonNull(members.get(message.owner)).name(),
                message.owner.equals(me) ? logins.get(message.writtenBy) : null,
                Objects.requireNonNull(hidden.mask(message.text)),
                message.at));
    }

    private static AuditedObject object(UUID referralId, UUID referralOwner) {
        return new AuditedObject("REFERRAL", referralId, referralOwner);
    }
}
