package org.simpul.typology.lesson;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The lessons of one typology; none for one that is not of the library. */
@Schema(name = "TypologyLessonList")
public record LessonList(List<Lesson> items) {}
