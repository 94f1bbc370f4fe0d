package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;
import org.simpul.typology.review.ReviewCopies;

/** From a draft to a published version: handed over with its audience, approved by a second person (R8). */
@ApplicationScoped
class PublicationService {
    /** The FIU's duty to prevent money laundering: Law 8/2010, article 40. */
    private static final String LEGAL_BASIS = "UU_8_2010_ART_40";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;
    private final VersionReader reader;
    private final ReviewCopies copies;
    private final ParticipantDirectory directory;
    private final Ledger ledger;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    PublicationService(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            VersionReader reader,
            ReviewCopies copies,
            ParticipantDirectory directory,
            Ledger ledger,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.copies = copies;
        this.directory = directory;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    private record Held(Visibility scope, Typology file, TypologyVersion version) {}

    /**
     * Freezes the draft and sets its audience.
     *
     * @return the version with everybody it would reach
     * @throws Problem INVALID for an empty audience, an institution that is no member, a group that is not ours, fewer
     *     than the version before went to, or TLP:RED, which goes to no institution; STATE_CONFLICT when it is not under
     *     review, nobody has endorsed it for the children in it, or somebody blocks it
     */
    @Transactional
    TypologyView handOver(UUID id, HandOver command) {
        Caller caller = current.get();
        Held held = hold(caller, id);
        held.file().require(TypologyTransition.HAND_OVER);
        TypologyVersion version = held.version();
        if (version.handling().tlp() == Tlp.RED) {
            throw Problem.invalid("audience", "red_names_persons");
        }
        Audience audience = new Audience(
                command.participants().stream().distinct().map(this::member).toList(),
                command.communities(),
                List.of(),
                command.groups().stream().distinct().toList());
        ledger.recipients(audience);
        copies.requireEndorsed(version.id, version.content(repository.flags(version)));
        requireAsWide(held, audience);
        version.handOver(audience, caller.person());
        held.file().take(TypologyTransition.HAND_OVER);
        repository.flush();
        notifications.put(notification(version, version.owner, Permission.TYPOLOGY_PUBLISH));
        audit.record(TypologyTransition.HAND_OVER.act(), TypologyService.audited(version));
        return reader.view(caller, held.scope(), version, held.file());
    }

    /**
     * Publishes what was handed over, or gives it back.
     *
     * @throws Problem SAME_PERSON when somebody who wrote on it approves, STATE_CONFLICT when it does not wait for a
     *     decision, is not what was read, or is blocked by a reviewer meanwhile; INVALID when it is given back without a
     *     reason
     */
    @Transactional
    TypologyView decide(UUID id, Decide command) {
        Caller caller = current.get();
        Held held = hold(caller, id);
        held.file().require(TypologyTransition.PUBLISH);
        String digest = reader.digest(held.version());
        if (!digest.equals(command.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        if (command.decision() == Decide.Choice.APPROVE) {
            publish(caller, held, digest);
        } else {
            giveBack(held, command.requireReason(), digest);
        }
        return reader.view(caller, held.scope(), held.version(), held.file());
    }

    private void publish(Caller caller, Held held, String digest) {
        TypologyVersion version = held.version();
        FourEyes.require(caller, Arrays.asList(version.writtenBy));
        copies.requireEndorsed(version.id, version.content(repository.flags(version)));
        version.seal(caller.person(), digest, clock.instant());
        held.file().take(TypologyTransition.PUBLISH);
        repository.flush();
        copies.end(version.id);
        ledger.disclose(
                new SharedVersion(ObjectKind.TYPOLOGY_VERSION, version.id, version.owner),
                version.audience(),
                new Terms(
                        Purpose.PREDICATE_OFFENCE,
                        LEGAL_BASIS,
                        version.handling(),
                        null,
                        version.handedOverBy,
                        caller.person(),
                        version.sealedAt,
                        null));
        // each apart, and each asked again at its delivery: nobody learns who else is inside a group
        notifications.put(ledger.recipients(version.audience()).stream()
                .filter(recipient -> !recipient.id().equals(version.owner))
                .map(recipient -> notification(version, recipient.id(), Permission.TYPOLOGY_READ))
                .toList());
        audit.record(TypologyTransition.PUBLISH.act(), TypologyService.audited(version), digest);
        repository
                .numbered(held.scope(), version.typologyId, version.number - 1)
                .ifPresent(before -> audit.record(TypologyTransition.SUPERSEDE.act(), TypologyService.audited(before)));
    }

    private static Notification notification(TypologyVersion version, UUID to, Permission permission) {
        return new Notification(to, null, permission, "TYPOLOGY_VERSION", version.id, false);
    }

    private void giveBack(Held held, String reason, String digest) {
        held.version().giveBack(reason);
        held.file().take(TypologyTransition.RETURN);
        repository.flush();
        audit.record(TypologyTransition.RETURN.act(), TypologyService.audited(held.version()), digest);
    }

    /** A version that passed by some readers would show them a gap in the numbers, and so that others got something. */
    private void requireAsWide(Held held, Audience audience) {
        boolean asWide = repository
                .numbered(held.scope(), held.file().id, held.version().number - 1)
                .map(TypologyVersion::audience)
                .filter(before -> !audience.includes(before))
                .isEmpty();
        if (!asWide) {
            throw Problem.invalid("audience", "audience_narrower");
        }
    }

    private Held hold(Caller caller, UUID id) {
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        return new Held(scope, file, repository.newest(scope, id).orElseThrow(Problem::notFound));
    }

    private UUID member(String alias) {
        return directory
                .admitted(alias)
                .map(Member::id)
                .orElseThrow(() -> Problem.invalid("participants", "unknown_recipient"));
    }
}
