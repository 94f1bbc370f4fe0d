package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.sharing.Visibility;

/** Shows the FIU how far its recipients are. */
@ApplicationScoped
class Deliveries {
    private final ResponseRepository responses;
    private final ExportRule exports;
    private final ParticipantDirectory directory;

    Deliveries(ResponseRepository responses, ExportRule exports, ParticipantDirectory directory) {
        this.responses = responses;
        this.exports = exports;
        this.directory = directory;
    }

    /** @param rows of the caller's own, loaded in scope */
    List<DeliveryView> views(Visibility scope, List<DisseminationDelivery> rows) {
        Set<UUID> versions = rows.stream().map(row -> row.versionId).collect(Collectors.toSet());
        List<DisseminationExport> copies = exports.ofOurs(scope, versions);
        Map<UUID, List<DisseminationResponse>> answers =
                responses.toOurs(scope, versions).stream().collect(Collectors.groupingBy(row -> row.objectId));
        Map<UUID, Member> members = directory.byId(rows.stream()
                .flatMap(row -> Stream.of(row.participantId, row.givenBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> DeliveryView.from(
                        row,
                        recipient(row, members.get(row.participantId)),
                        row.givenBy == null ? null : members.get(row.givenBy).name(),
                        answers.getOrDefault(row.versionId, List.of()).stream()
                                .filter(row::isAnsweredBy)
                                .toList(),
                        copies.stream().filter(row::isTakenOutBy).count()))
                .toList();
    }

    private static RecipientView recipient(DisseminationDelivery row, Member member) {
        return new RecipientView(member.alias(), member.name(), row.login);
    }
}
