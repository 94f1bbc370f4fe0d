package org.simpul.typology.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Reviewers read the copies that they were shown, and say what they think. */
@ApplicationScoped
class ReviewService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReviewRepository repository;
    private final ReviewReader reader;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ReviewService(
            CurrentCaller current,
            AccessPolicy policy,
            ReviewRepository repository,
            ReviewReader reader,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<ReviewCopySummary> list(PageRequest page) {
        Page<ReviewCopy> copies =
                Page.of(repository.newest(policy.visibility(current.get()), page), page.size(), copy -> copy.id);
        audit.record(ReviewAct.REVIEW_COPIES_LISTED, AuditedObject.list(ReviewCopies.KIND));
        return copies.map(ReviewCopySummary::from);
    }

    @Transactional
    ReviewCopyView read(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        ReviewCopy copy = repository.find(scope, id).orElseThrow(Problem::notFound);
        audit.record(ReviewAct.REVIEW_COPY_READ, ReviewReader.audited(copy));
        return reader.view(caller, scope, copy);
    }

    /**
     * Says what one thinks of a copy, in place of what one said before.
     *
     * @throws Problem SAME_PERSON for who wrote on it, STATE_CONFLICT when the review is over or the digest is another's,
     *     INVALID for the eyes of another kind of institution
     */
    @Transactional
    ReviewCopyView write(UUID id, WriteReview command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        ReviewCopy copy = repository.findInTurn(scope, id).orElseThrow(Problem::notFound);
        FourEyes.require(caller, List.of(copy.writtenBy));
        if (copy.closedAt != null) {
            throw Problem.stateConflict("review_over");
        }
        if (!copy.digest.equals(command.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        if (!command.perspective().isOf(caller.kind())) {
            throw Problem.invalid("perspective", "perspective_of_others");
        }
        Review review = new Review();
        review.id = Ids.next();
        review.owner = caller.participantId();
        review.objectId = copy.id;
        review.objectOwner = copy.owner;
        review.reviewer = caller.person();
        review.perspective = command.perspective();
        review.verdict = command.verdict();
        review.reason = command.reason();
        review.digest = command.digest();
        review.at = clock.instant();
        repository.add(review);
        notifications.put(
                new Notification(copy.owner, null, Permission.TYPOLOGY_DRAFT, ReviewCopies.KIND, copy.id, false));
        audit.record(ReviewAct.TYPOLOGY_REVIEWED, ReviewReader.audited(copy), review.id.toString());
        return reader.view(caller, scope, copy);
    }
}
