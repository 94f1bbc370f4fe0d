package org.simpul.typology.lesson;

import org.simpul.audit.Act;

enum LessonAct implements Act {
    TYPOLOGY_LESSONS_LISTED
}
