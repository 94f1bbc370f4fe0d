package org.simpul.identifier.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Problem;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The owner's file of a list: what its draft changes, to whom its editions go, and when the next may. */
@Entity
@DynamicUpdate
class IdentifierList {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    String title;

    @Column(updatable = false)
    String tlp;

    @Column(updatable = false)
    String pap;

    @Column(updatable = false)
    String[] audienceCommunities;

    @Column(updatable = false)
    UUID[] audienceParticipants;

    /** None: what groups hold crosses the border with their members, and may be typologies alone. */
    @Column(updatable = false)
    UUID[] audienceGroups = new UUID[0];

    @Column(updatable = false)
    int cadenceDays;

    @Enumerated(EnumType.STRING)
    ListStatus status = ListStep.BEGIN.to(null);

    int draft = 1;
    String draftDigest = "";
    long draftAdded;
    long draftRemoved;
    long entries;
    UUID[] writtenBy = new UUID[0];

    @Nullable
    UUID handedOverBy;

    @Nullable
    UUID approvedBy;

    @Nullable
    String returnReason;

    int edition;

    @Nullable
    Instant publishedAt;

    Instant dueAt;

    @Column(updatable = false)
    UUID begunBy;

    @Column(updatable = false)
    Instant begunAt;

    @Version
    long revision;

    /** @throws Problem STATE_CONFLICT when the draft is not where the step leaves from */
    void take(ListStep step) {
        if (!step.leavesFrom(status)) {
            throw Problem.stateConflict(step.from().contains(ListStatus.OPEN) ? "list_not_open" : "not_pending");
        }
        status = step.to(status);
    }

    /** @throws Problem STATE_CONFLICT while its draft can't take a correction */
    void requireCorrectable() {
        if (status != ListStatus.OPEN) {
            throw Problem.stateConflict("list_frozen");
        }
    }

    /** @throws Problem STATE_CONFLICT while its draft waits for a second person or for its edition */
    void requireOpen() {
        if (status != ListStatus.OPEN) {
            throw Problem.stateConflict("list_not_open");
        }
    }

    /**
     * @param persons who decided what is added
     * @param digest of the change
     */
    void added(Collection<UUID> persons, Added count, String digest) {
        draftAdded += count.stored() - count.forgotten();
        entries += count.more();
        changed(persons, digest);
    }

    /** What was never published leaves no trace in the next edition. */
    void removed(Collection<UUID> persons, Removed count, String digest) {
        draftAdded -= count.drafted();
        draftRemoved += count.published();
        entries -= count.all();
        changed(persons, digest);
    }

    private void changed(Collection<UUID> persons, String digest) {
        draftDigest = ContentDigests.sha256((draftDigest + digest).getBytes(UTF_8));
        wrote(persons);
    }

    /** None of them approves the draft. */
    void wrote(Collection<UUID> persons) {
        writtenBy = Stream.concat(Arrays.stream(writtenBy), persons.stream())
                .distinct()
                .toArray(UUID[]::new);
    }

    /** The draft is out; the next one begins. */
    void published(Instant now) {
        draft++;
        draftDigest = "";
        draftAdded = 0;
        draftRemoved = 0;
        writtenBy = new UUID[0];
        handedOverBy = null;
        approvedBy = null;
        returnReason = null;
        took(now);
    }

    /** An edition has gone out. */
    void took(Instant now) {
        edition++;
        publishedAt = now;
        passed(now);
    }

    /** The rhythm goes on, whether or not an edition went out: when one does tells nothing of what is in it. */
    void passed(Instant now) {
        do {
            dueAt = dueAt.plus(Duration.ofDays(cadenceDays));
        } while (isDue(now));
    }

    /** What went out is taken back; the draft opens, so that it can be put right before anything goes out again. */
    void recalled() {
        take(ListStep.RECALL);
        handedOverBy = null;
        approvedBy = null;
    }

    /**
     * Whether the newest edition stands.
     *
     * @param recalled up to which edition everything was taken back; 0 for none
     */
    boolean isOut(int recalled) {
        return edition > recalled;
    }

    /** When the newest edition went out. */
    Instant since() {
        return publishedAt == null ? Instant.EPOCH : publishedAt;
    }

    boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }

    Audience audience() {
        return new Audience(
                List.of(audienceParticipants),
                Arrays.stream(audienceCommunities).map(ParticipantKind::valueOf).collect(Collectors.toSet()),
                List.of(),
                List.of());
    }
}
