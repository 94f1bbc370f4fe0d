package org.simpul.typology.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What reviewers say to one copy. Of each person the latest word counts. */
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
        return byReviewer().values().stream().anyMatch(review -> review.verdict == Verdict.BLOCKED);
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
