package org.simpul.typology;

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
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.Visibility;
import org.simpul.typology.review.ReviewCopies;

/** Takes a typology out of use: proposed with a reason, agreed to by a second person (R8). */
@ApplicationScoped
class RetirementService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;
    private final RetirementRepository retirements;
    private final VersionReader reader;
    private final ReviewCopies copies;
    private final ContentDigests digests;
    private final Ledger ledger;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    RetirementService(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            RetirementRepository retirements,
            VersionReader reader,
            ReviewCopies copies,
            ContentDigests digests,
            Ledger ledger,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.retirements = retirements;
        this.reader = reader;
        this.copies = copies;
        this.digests = digests;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    private record Approved(UUID typologyId, UUID versionId, Bilingual reason) {}

    /** @throws Problem STATE_CONFLICT when nothing is published, or it is retired or proposed for it already */
    @Transactional
    TypologyView propose(UUID id, ProposeRetirement command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        TypologyVersion published =
                repository.newestPublished(scope, id).orElseThrow(() -> Problem.stateConflict("not_published"));
        file.require(TypologyTransition.RETIRE);
        if (retirements.open(scope, id).isPresent()) {
            throw Problem.stateConflict("retirement_proposed");
        }
        Retirement retirement = new Retirement();
        retirement.id = Ids.next();
        retirement.owner = file.owner;
        retirement.typologyId = id;
        retirement.versionId = published.id;
        retirement.reasonId = command.reason().id();
        retirement.reasonEn = command.reason().en();
        retirement.digest = digests.of(new Approved(id, published.id, command.reason()));
        retirement.proposedBy = caller.person();
        retirement.proposedAt = clock.instant();
        retirements.persistAndFlush(retirement);
        notifications.put(new Notification(
                file.owner, null, Permission.TYPOLOGY_PUBLISH, "TYPOLOGY_VERSION", published.id, false));
        audit.record(TypologyAct.TYPOLOGY_RETIREMENT_PROPOSED, TypologyService.audited(published), retirement.digest);
        return reader.view(caller, scope, published, file);
    }

    /**
     * Retires it, or says why not.
     *
     * @throws Problem SAME_PERSON for who proposed it, STATE_CONFLICT when nothing is proposed or another digest was
     *     read, INVALID when it is given back without a reason
     */
    @Transactional
    TypologyView decide(UUID id, Decide command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        Retirement retirement = retirements.open(scope, id).orElseThrow(() -> Problem.stateConflict("not_pending"));
        TypologyVersion published = repository.newestPublished(scope, id).orElseThrow(Problem::notFound);
        if (!retirement.digest.equals(command.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        FourEyes.require(caller, List.of(retirement.proposedBy));
        if (command.decision() == Decide.Choice.APPROVE) {
            // what was proposed for an older version is given back
            if (!retirement.versionId.equals(published.id)) {
                throw Problem.stateConflict("content_changed");
            }
            repository.newest(scope, id).ifPresent(newest -> copies.end(newest.id));
            file.take(TypologyTransition.RETIRE);
            retirement.decidedBy = caller.person();
            retirement.sealedAt = clock.instant();
            notifications.put(ledger.present(published.audience()).stream()
                    .filter(recipient -> !recipient.id().equals(file.owner))
                    .map(recipient -> new Notification(
                            recipient.id(), null, Permission.TYPOLOGY_READ, "TYPOLOGY_VERSION", published.id, false))
                    .toList());
            audit.record(TypologyTransition.RETIRE.act(), TypologyService.audited(published), retirement.digest);
        } else {
            retirement.returnReason = command.requireReason();
            retirement.decidedBy = caller.person();
            retirement.returnedAt = clock.instant();
            audit.record(
                    TypologyAct.TYPOLOGY_RETIREMENT_RETURNED, TypologyService.audited(published), retirement.digest);
        }
        retirements.flush();
        return reader.view(caller, scope, published, file);
    }
}
