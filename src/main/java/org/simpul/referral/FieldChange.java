package org.simpul.referral;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field between two versions.
 *
 * @param field its path, a subject by its reference: {@code subjects[S-7K3M-9Q2D-X4TB].name}
 * @param before null for what was added, and for a protected subject
 * @param after null for what was removed, and for a protected subject
 */
public record FieldChange(String field, Kind change, @Nullable String before, @Nullable String after) {

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
