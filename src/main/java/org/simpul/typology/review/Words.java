package org.simpul.typology.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What reviewers say to a copy, or to all copies of a version. Of each person the latest word counts. */
record Words(List<Review> reviews) {

    private Map<UUID, Review> byReviewer() {
        Map<UUID, Review> last = new LinkedHashMap<>();
        reviews.forEach(review -> last.put(review.reviewer, review));
        return last;
    }

    boolean counts(Review review) {
        return byReviewer().get(review.reviewer).id.equals(review.id);
    }

    boolean isBlocked() {
        return blocking().findAny().isPresent();
    }

    /** @return the institutions whose people block it */
    Stream<UUID> blocking() {
        return byReviewer().values().stream()
                .filter(review -> review.verdict == Verdict.BLOCKED)
                .map(review -> review.owner);
    }

    /** Whether somebody has endorsed it who looked for what it does to a child. */
    boolean isEndorsed() {
        return byReviewer().values().stream()
                .anyMatch(review -> review.perspective != Perspective.ANALYST && review.verdict == Verdict.ENDORSED);
    }

    /** @return the institutions whose people have said something */
    Set<UUID> heard() {
        return reviews.stream().map(review -> review.owner).collect(Collectors.toSet());
    }
}
