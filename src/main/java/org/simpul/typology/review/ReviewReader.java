package org.simpul.typology.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.AuditedObject;
import org.simpul.sharing.Visibility;
import org.simpul.typology.TypologyContent;

/** Tells a copy to a reader: everybody the content, its owner who reads it as well. */
@ApplicationScoped
class ReviewReader {
    private final ReviewRepository repository;
    private final ParticipantDirectory directory;
    private final ObjectMapper json;

    ReviewReader(ReviewRepository repository, ParticipantDirectory directory, ObjectMapper json) {
        this.repository = repository;
        this.directory = directory;
        this.json = json;
    }

    ReviewCopyView view(Caller caller, Visibility scope, ReviewCopy copy) {
        Words words = new Words(repository.reviews(scope, copy));
        List<UUID> shown = caller.participantId().equals(copy.owner) ? repository.shownTo(scope, copy) : List.of();
        Set<UUID> institutions = new HashSet<>(words.heard());
        institutions.addAll(shown);
        Map<UUID, Member> members = directory.byId(institutions);
        return new ReviewCopyView(
                copy.id,
                copy.typologyId,
                copy.number,
                content(copy),
                copy.digest,
                copy.dueAt,
                copy.closedAt,
                words.reviews().stream()
                        .map(review -> view(review, members, words.counts(review)))
                        .toList(),
                names(caller, copy, shown, members));
    }

    private static ReviewView view(Review review, Map<UUID, Member> members, boolean counts) {
        return new ReviewView(
                review.id,
                members.get(review.owner).name(),
                review.perspective,
                review.verdict,
                review.reason,
                review.at,
                counts);
    }

    private static @Nullable List<String> names(
            Caller caller, ReviewCopy copy, List<UUID> shown, Map<UUID, Member> members) {
        return caller.participantId().equals(copy.owner)
                ? shown.stream().map(id -> members.get(id).name()).sorted().toList()
                : null;
    }

    private TypologyContent content(ReviewCopy copy) {
        try {
            return json.readValue(copy.content, TypologyContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was written as the content that it is", e);
        }
    }

    static AuditedObject audited(ReviewCopy copy) {
        return new AuditedObject(ReviewCopies.KIND, copy.id, copy.owner);
    }
}
