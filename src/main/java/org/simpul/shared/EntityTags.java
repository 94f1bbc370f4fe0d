package org.simpul.shared;

import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110 section 8.8.3) made of an object's revision, for edits without lost updates. */
public final class EntityTags {
    private EntityTags() {}

    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @param ifMatch the header as it came
     * @throws Problem VERSION_REQUIRED without the header, VERSION_CHANGED when the object has moved on
     */
    public static void requireMatch(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.VERSION_REQUIRED);
        }
        if (!of(revision).equals(ifMatch.strip())) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
    }
}
