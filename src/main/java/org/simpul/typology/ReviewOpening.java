package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.AuditLog;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;
import org.simpul.typology.review.ReviewCopies;
import org.simpul.typology.review.ReviewCopyView;
import org.simpul.typology.review.Reviewed;

/** From a draft to its review: a copy that never changes is shown to partners, the draft never. */
@ApplicationScoped
class ReviewOpening {
    private static final Set<ParticipantKind> REVIEWING = Set.of(ParticipantKind.PARTNER, ParticipantKind.SUPERVISOR);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;
    private final ParticipantDirectory directory;
    private final ReviewCopies copies;
    private final AuditLog audit;

    ReviewOpening(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            ParticipantDirectory directory,
            ReviewCopies copies,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.directory = directory;
        this.copies = copies;
        this.audit = audit;
    }

    /**
     * Shows the draft to reviewers; to more of them, when it is under review already.
     *
     * @throws Problem INCOMPLETE naming what one of the languages lacks, INVALID for an institution that is no partner or
     *     supervisor, or TLP:RED, which goes to no institution; STATE_CONFLICT when it is no draft
     */
    @Transactional
    ReviewCopyView open(UUID id, OpenReview command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        TypologyVersion version = repository.newest(scope, id).orElseThrow(Problem::notFound);
        file.require(TypologyTransition.OPEN_REVIEW);
        TypologyContent content = version.content(repository.flags(version));
        content.requireBothEditions();
        if (content.handling().tlp() == Tlp.RED) {
            throw Problem.invalid("reviewers", "red_names_persons");
        }
        List<UUID> partners =
                command.reviewers().stream().distinct().map(this::partner).toList();
        file.take(TypologyTransition.OPEN_REVIEW);
        ReviewCopyView copy = copies.show(
                new Reviewed(
                        version.typologyId,
                        version.id,
                        version.owner,
                        version.number,
                        content,
                        List.of(version.writtenBy)),
                partners);
        audit.record(TypologyTransition.OPEN_REVIEW.act(), TypologyService.audited(version), copy.digest());
        return copy;
    }

    private UUID partner(String alias) {
        return directory
                .admitted(alias)
                .filter(member -> REVIEWING.contains(member.kind()))
                .map(Member::id)
                .orElseThrow(() -> Problem.invalid("reviewers", "not_a_reviewer"));
    }
}
