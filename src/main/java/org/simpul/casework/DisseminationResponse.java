package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agency's contribution to a dissemination: that it came, how far it is, what came of it. */
@Entity
class DisseminationResponse {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    ResponseKind kind;

    @Nullable
    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Nullable
    @Enumerated(EnumType.STRING)
    ChildCountBand childCountBand;

    @Nullable
    String note;

    /** Where the dissemination reached persons and not their agency: who answers; null for the agency. */
    @Nullable
    UUID personId;

    /** An outcome of one's own that this one stands for; null for a new one. */
    @Nullable
    UUID corrects;

    /** What it is a receipt of; null for an answer to the dissemination. */
    @Nullable
    UUID noticeId;

    UUID writtenBy;
    Instant at;

    /** @return the outcomes that nobody has corrected */
    static Stream<DisseminationResponse> standing(Collection<DisseminationResponse> answers) {
        Set<UUID> corrected = answers.stream()
                .map(answer -> answer.corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return answers.stream().filter(answer -> answer.kind == ResponseKind.OUTCOME && !corrected.contains(answer.id));
    }
}
