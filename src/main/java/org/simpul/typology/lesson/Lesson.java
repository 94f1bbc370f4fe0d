package org.simpul.typology.lesson;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.access.Role;
import org.simpul.typology.Bilingual;

/**
 * What somebody in a role should know before they work with a typology, and a case to try it on.
 *
 * @param exercise invented, with nobody's data
 */
@Schema(name = "TypologyLesson")
public record Lesson(@NotNull Role role, @NotNull @Valid Bilingual lesson, @NotNull @Valid Exercise exercise) {

    /** An invented case, what is asked of it, and how one may answer. */
    @Schema(name = "TypologyExercise")
    public record Exercise(
            @NotNull @Valid Bilingual situation,
            @NotNull @Valid Bilingual question,
            @NotNull @Valid Bilingual answer) {}
}
