package org.simpul.typology.lesson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.typology.TypologyService;
import org.simpul.typology.TypologyView;

/** Lessons are read by whoever reads the typology that they stand beside. */
@ApplicationScoped
class LessonService {
    private final TypologyService typologies;
    private final LessonFiles files;
    private final AuditLog audit;

    LessonService(TypologyService typologies, LessonFiles files, AuditLog audit) {
        this.typologies = typologies;
        this.files = files;
        this.audit = audit;
    }

    @Transactional
    LessonList list(UUID typologyId) {
        TypologyView typology = typologies.read(typologyId);
        audit.record(
                LessonAct.TYPOLOGY_LESSONS_LISTED, new AuditedObject("TYPOLOGY_VERSION", typology.versionId(), null));
        return new LessonList(files.of(typology.content().code()));
    }
}
