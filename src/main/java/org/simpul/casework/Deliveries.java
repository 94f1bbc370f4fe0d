package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.sharing.Visibility;

/** Shows the FIU how far its recipients are. */
@ApplicationScoped
class Deliveries {
    private final ResponseRepository responses;
    private final ParticipantDirectory directory;

    Deliveries(ResponseRepository responses, ParticipantDirectory directory) {
        this.responses = responses;
        this.directory = directory;
    }

    /** @param rows of the caller's own, loaded in scope */
    List<DeliveryView> views(Visibility scope, List<DisseminationDelivery> rows) {
        Map<UUID, List<DisseminationResponse>> answers =
                responses.toOurs(scope, rows.stream().map(row -> row.versionId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.groupingBy(row -> row.objectId));
        Map<UUID, Member> members =
                directory.byId(rows.stream().map(row -> row.participantId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> DeliveryView.from(
                        row,
                        recipient(row, members.get(row.participantId)),
                        answers.getOrDefault(row.versionId, List.of()).stream()
                                .filter(row::isAnsweredBy)
                                .toList()))
                .toList();
    }

    private static RecipientView recipient(DisseminationDelivery row, Member member) {
        return new RecipientView(member.alias(), member.name(), row.login);
    }
}
