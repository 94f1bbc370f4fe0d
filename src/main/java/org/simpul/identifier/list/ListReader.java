package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.shared.ContentDigests;

/** Tells a list to its owner: with what its draft changes, and whom an edition would reach. */
@ApplicationScoped
class ListReader {
    private final ParticipantDirectory directory;
    private final ListRecallRepository recalls;
    private final ContentDigests digests;

    ListReader(ParticipantDirectory directory, ListRecallRepository recalls, ContentDigests digests) {
        this.directory = directory;
        this.recalls = recalls;
        this.digests = digests;
    }

    private record Approved(
            UUID listId,
            int draft,
            String changes,
            int recalledEdition,
            String title,
            String tlp,
            String pap,
            List<String> communities,
            List<UUID> participants) {}

    /** @return lower-case hexadecimal, over the draft's changes, what was recalled, the handling and the audience */
    String digest(IdentifierList list) {
        return digests.of(new Approved(
                list.id,
                list.draft,
                list.draftDigest,
                recalls.upTo(list),
                list.title,
                list.tlp,
                list.pap,
                List.of(list.audienceCommunities),
                List.of(list.audienceParticipants)));
    }

    ListView view(IdentifierList list) {
        int recalled = recalls.upTo(list);
        return new ListView(
                list.id,
                list.title,
                list.handling(),
                list.edition == 0 ? null : list.edition,
                list.publishedAt,
                new ListView.Workings(
                        list.status,
                        list.cadenceDays,
                        list.entries,
                        list.draftAdded,
                        list.draftRemoved,
                        recalled == 0 ? null : recalled,
                        digest(list),
                        Arrays.asList(list.writtenBy),
                        list.handedOverBy,
                        list.approvedBy,
                        list.returnReason,
                        list.dueAt,
                        recipients(list)));
    }

    private List<String> recipients(IdentifierList list) {
        List<UUID> named = List.of(list.audienceParticipants);
        Stream<Member> members = directory.byId(named).values().stream();
        Stream<Member> kinds = list.audience().communities().isEmpty()
                ? Stream.of()
                : directory.admitted(list.audience().communities()).stream();
        return Stream.concat(members, kinds)
                .filter(member -> !member.id().equals(list.owner))
                .map(Member::name)
                .distinct()
                .sorted()
                .toList();
    }
}
