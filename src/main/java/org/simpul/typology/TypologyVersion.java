package org.simpul.typology;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;

/** One version of a typology: a draft while {@code sealedAt} is null, immutable and shareable afterwards. */
@Entity
class TypologyVersion {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID typologyId;

    @Column(updatable = false)
    String code;

    @Column(updatable = false)
    int number;

    String titleId;
    String titleEn;
    String summaryId;
    String summaryEn;
    String narrativeId;
    String narrativeEn;

    @Enumerated(EnumType.STRING)
    PredicateOffence predicateOffence;

    String[] jurisdictions;
    String[] channels;
    String tlp;
    String pap;
    int threshold;
    int atLeast;

    @Nullable
    @Column(updatable = false)
    UUID author;

    UUID[] writtenBy = new UUID[0];

    /** Moves with each edit, so that an edit of the red flags alone moves the revision too. */
    Instant writtenAt;

    String[] audienceCommunities = new String[0];
    UUID[] audienceParticipants = new UUID[0];
    UUID[] audienceGroups = new UUID[0];

    @Nullable
    UUID handedOverBy;

    @Nullable
    String returnReason;

    @Nullable
    UUID approvedBy;

    @Version
    long revision;

    @Nullable
    String digest;

    @Nullable
    Instant sealedAt;

    /** @param person null for the hub itself, which brings the library along */
    void write(TypologyContent content, @Nullable UUID person, Instant now) {
        titleId = content.title().id();
        titleEn = content.title().en();
        summaryId = content.summary().id();
        summaryEn = content.summary().en();
        narrativeId = content.narrative().id();
        narrativeEn = content.narrative().en();
        predicateOffence = content.predicateOffence();
        jurisdictions = content.jurisdictions().toArray(String[]::new);
        channels = content.channels().stream().map(Channel::name).sorted().toArray(String[]::new);
        tlp = content.handling().tlp().label();
        pap = content.handling().pap().label();
        threshold = content.combination().threshold();
        atLeast = content.combination().atLeast();
        writtenAt = now;
        wrote(person);
    }

    /** The audience is set here, once for each hand-over; who chooses it can't approve it. */
    void handOver(Audience audience, UUID person) {
        audienceCommunities = audience.communities().stream()
                .map(ParticipantKind::name)
                .sorted()
                .toArray(String[]::new);
        audienceParticipants =
                audience.participants().stream().distinct().sorted().toArray(UUID[]::new);
        audienceGroups = audience.groups().stream().distinct().sorted().toArray(UUID[]::new);
        handedOverBy = person;
        returnReason = null;
        wrote(person);
    }

    void giveBack(String reason) {
        audienceCommunities = new String[0];
        audienceParticipants = new UUID[0];
        audienceGroups = new UUID[0];
        handedOverBy = null;
        returnReason = reason;
    }

    void seal(UUID approver, String approved, Instant now) {
        approvedBy = approver;
        digest = approved;
        sealedAt = now;
    }

    private void wrote(@Nullable UUID person) {
        writtenBy = Stream.concat(Arrays.stream(writtenBy), Stream.ofNullable(person))
                .distinct()
                .toArray(UUID[]::new);
    }

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }

    Audience audience() {
        return new Audience(
                List.of(audienceParticipants),
                Arrays.stream(audienceCommunities).map(ParticipantKind::valueOf).collect(Collectors.toSet()),
                List.of(),
                List.of(audienceGroups));
    }

    TypologyContent content(List<RedFlag> flags) {
        return new TypologyContent(
                code,
                new Editions(titleId, titleEn),
                new Editions(summaryId, summaryEn),
                new Editions(narrativeId, narrativeEn),
                predicateOffence,
                List.of(jurisdictions),
                sortedChannels(),
                handling(),
                new Combination(threshold, atLeast),
                flags.stream().map(RedFlag::content).toList());
    }

    private Set<Channel> sortedChannels() {
        return Arrays.stream(channels).map(Channel::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
