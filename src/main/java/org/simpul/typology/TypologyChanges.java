package org.simpul.typology;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a typology says in other words than another.
 *
 * @param since number of the version that is compared with
 * @param number number of the version that is looked at
 * @param fields of the typology itself
 * @param added red flags that are new, as they stand in {@code number}
 * @param removed red flags that are gone, as they stood in {@code since}
 * @param changed red flags that stand in both, by their code
 * @param oneLanguage fields whose text changed in one language and not in the other
 */
@Schema(name = "TypologyChanges")
public record TypologyChanges(
        int since,
        int number,
        List<FieldChange> fields,
        List<RedFlagContent> added,
        List<RedFlagContent> removed,
        List<RedFlagChange> changed,
        List<String> oneLanguage) {

    /**
     * One field.
     *
     * @param field path in the content, e.g. {@code title.en}
     * @param before null when it was empty
     * @param after null when it is empty now
     */
    @Schema(name = "TypologyFieldChange")
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

    /** One red flag that stands in both. */
    @Schema(name = "RedFlagChange")
    public record RedFlagChange(String code, List<FieldChange> fields) {}
}
