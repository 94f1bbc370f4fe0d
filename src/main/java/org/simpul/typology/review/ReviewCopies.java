package org.simpul.typology.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Visibility;
import org.simpul.typology.TypologyContent;
import org.simpul.urgency.BusinessCalendar;

/** The copies of drafts that are under review, for the use cases that a typology goes through. */
@ApplicationScoped
public class ReviewCopies {
    static final String KIND = "REVIEW_COPY";

    /** The FIU's duty to prevent money laundering: Law 8/2010, article 40. */
    private static final String LEGAL_BASIS = "UU_8_2010_ART_40";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReviewRepository repository;
    private final ReviewReader reader;
    private final ReviewConfig config;
    private final BusinessCalendar calendar;
    private final ContentDigests digests;
    private final ObjectMapper json;
    private final Ledger ledger;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ReviewCopies(
            CurrentCaller current,
            AccessPolicy policy,
            ReviewRepository repository,
            ReviewReader reader,
            ReviewConfig config,
            BusinessCalendar calendar,
            ContentDigests digests,
            ObjectMapper json,
            Ledger ledger,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.config = config;
        this.calendar = calendar;
        this.digests = digests;
        this.json = json;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Shows a draft to partners, and to whoever blocked an earlier copy of it. Content that is under review already stays the same copy, with what was said to it.
     *
     * @param partners ids of institutions
     * @throws Problem INVALID for an institution that is no admitted member
     */
    @Transactional
    @NotAudited("the ledger records what is shown, the use case the step")
    public ReviewCopyView show(Reviewed draft, List<UUID> partners) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        ReviewCopy copy = repository
                .open(scope, draft.versionId())
                .orElseGet(() -> copy(draft, caller.person(), clock.instant()));
        List<UUID> already = repository.shownTo(scope, copy);
        List<UUID> more = Stream.concat(
                        partners.stream(), new Words(repository.reviews(scope, draft.versionId())).blocking())
                .distinct()
                .filter(each -> !already.contains(each))
                .toList();
        if (!more.isEmpty()) {
            ledger.disclose(
                    new SharedVersion(ObjectKind.REVIEW_COPY, copy.id, copy.owner),
                    Audience.participants(more),
                    new Terms(
                            Purpose.PREDICATE_OFFENCE,
                            LEGAL_BASIS,
                            draft.content().handling(),
                            null,
                            caller.person(),
                            null,
                            clock.instant(),
                            null));
            notifications.put(more.stream()
                    .map(each -> new Notification(each, null, Permission.TYPOLOGY_REVIEW, KIND, copy.id, false))
                    .toList());
        }
        return reader.view(caller, scope, copy);
    }

    /** Ends the review of a draft that says something else now. */
    @Transactional
    public void endUnless(UUID versionId, TypologyContent content) {
        Visibility scope = policy.visibility(current.get());
        String now = digests.of(content);
        repository
                .open(scope, versionId)
                .filter(copy -> !copy.digest.equals(now))
                .ifPresent(copy -> end(copy));
    }

    /** Ends the review of what was decided on. */
    @Transactional
    public void end(UUID versionId) {
        repository.open(policy.visibility(current.get()), versionId).ifPresent(copy -> end(copy));
    }

    /**
     * Whether the draft may be published: one who looks for what it does to a child has endorsed what it says now, and
     * nobody blocks it.
     *
     * @throws Problem STATE_CONFLICT when not
     */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public void requireEndorsed(UUID versionId, TypologyContent content) {
        repository.inTurn(versionId);
        Visibility scope = policy.visibility(current.get());
        if (new Words(repository.reviews(scope, versionId)).isBlocked()) {
            throw Problem.stateConflict("review_blocks");
        }
        Words words = repository
                .open(scope, versionId)
                .filter(copy -> copy.digest.equals(digests.of(content)))
                .map(copy -> new Words(repository.reviews(scope, copy)))
                .orElse(new Words(List.of()));
        if (!words.isEndorsed()) {
            throw Problem.stateConflict("review_missing");
        }
    }

    private void end(ReviewCopy copy) {
        copy.closedAt = clock.instant();
        repository.flush();
        audit.record(ReviewAct.TYPOLOGY_REVIEW_ENDED, ReviewReader.audited(copy));
    }

    private ReviewCopy copy(Reviewed draft, UUID person, Instant now) {
        ReviewCopy copy = new ReviewCopy();
        copy.id = Ids.next();
        copy.owner = draft.owner();
        copy.typologyId = draft.typologyId();
        copy.versionId = draft.versionId();
        copy.code = draft.content().code();
        copy.number = draft.number();
        copy.content = written(draft.content());
        copy.digest = digests.of(draft.content());
        copy.writtenBy = draft.writtenBy().toArray(UUID[]::new);
        copy.openedBy = person;
        copy.dueAt = calendar.endOfWorkingDay(now, config.withinWorkingDays());
        copy.sealedAt = now;
        repository.persist(copy);
        repository.flush();
        return copy;
    }

    private String written(TypologyContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content is always JSON", e);
        }
    }
}
