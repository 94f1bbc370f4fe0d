package org.simpul.casework.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.casework.CaseEventKind;
import org.simpul.casework.CaseTexts;
import org.simpul.casework.Cases;
import org.simpul.referral.ProtectedPeople;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Notes of a case. Whoever saves over a text that it has not read loses nothing: both texts are kept. */
@ApplicationScoped
class CaseNoteService {
    private final CurrentCaller current;
    private final PurposeRule purpose;
    private final Cases cases;
    private final CaseTexts texts;
    private final CaseNoteRepository repository;
    private final PeopleDirectory people;
    private final AuditLog audit;
    private final InstantSource clock;

    CaseNoteService(
            CurrentCaller current,
            PurposeRule purpose,
            Cases cases,
            CaseTexts texts,
            CaseNoteRepository repository,
            PeopleDirectory people,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.purpose = purpose;
        this.cases = cases;
        this.texts = texts;
        this.repository = repository;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<CaseNoteView> list(UUID caseId, PageRequest page) {
        Cases.Seen file = see(caseId);
        Page<CaseNote> rows = Page.of(repository.newest(file, page), page.size(), note -> note.id);
        Map<UUID, String> logins =
                logins(rows.items().stream().map(note -> note.writtenBy).collect(Collectors.toSet()));
        audit.record(CaseAct.CASE_NOTES_READ, file.audited());
        ProtectedPeople protectedPeople = texts.protectedIn(caseId);
        return rows.map(note -> CaseNoteView.from(note, logins, protectedPeople));
    }

    @Transactional
    CaseNoteView read(UUID caseId, UUID noteId) {
        Cases.Seen file = see(caseId);
        CaseNote note = repository.find(file, noteId).orElseThrow(Problem::notFound);
        audit.record(CaseAct.CASE_NOTE_READ, file.audited(), noteId.toString());
        return view(note);
    }

    /** What it read before, the newest first. */
    @Transactional
    Page<CaseNoteTextView> versions(UUID caseId, UUID noteId, PageRequest page) {
        Cases.Seen file = see(caseId);
        CaseNote note = repository.find(file, noteId).orElseThrow(Problem::notFound);
        Page<CaseNoteText> rows = Page.of(repository.texts(note, page), page.size(), text -> text.id);
        Map<UUID, String> logins =
                logins(rows.items().stream().map(text -> text.writtenBy).collect(Collectors.toSet()));
        audit.record(CaseAct.CASE_NOTE_READ, file.audited(), noteId.toString());
        ProtectedPeople protectedPeople = texts.protectedIn(caseId);
        return rows.map(text -> CaseNoteTextView.from(text, logins, protectedPeople));
    }

    /** @throws Problem NOT_FOUND, FORBIDDEN, STATE_CONFLICT when it is closed, INVALID for what tells a protected subject */
    @Transactional
    CaseNoteView write(UUID caseId, WriteCaseNote command) {
        purpose.requirePersonLevel(current.get());
        Cases.Seen file = cases.workOn(caseId);
        cases.requireUntold(file, "text", command.text());
        CaseNote note = CaseNote.of(file, command.text(), current.get().person(), clock.instant());
        repository.keep(note);
        tell(file, CaseNoteStep.WRITE, CaseEventKind.NOTE_WRITTEN, note);
        return view(note);
    }

    /**
     * @param ifMatch the entity tag that the text is based on; where the note has moved on, the text becomes a conflicting
     *     copy of it
     * @throws Problem NOT_FOUND for the case and the note, VERSION_REQUIRED, FORBIDDEN, STATE_CONFLICT when the case is
     *     closed or it is no note of the case, INVALID for what tells a protected subject and for a copy that is none
     */
    @Transactional
    CaseNoteSaved change(UUID caseId, UUID noteId, @Nullable String ifMatch, ChangeCaseNote command) {
        purpose.requirePersonLevel(current.get());
        Cases.Seen file = cases.workOn(caseId);
        CaseNote note = repository.lock(file, noteId).orElseThrow(Problem::notFound);
        cases.requireUntold(file, "text", command.text());
        note.take(CaseNoteStep.CHANGE);
        if (isBehind(ifMatch, note)) {
            CaseNote copy = note.copy(command.text(), current.get().person(), clock.instant());
            repository.keep(copy);
            tell(file, CaseNoteStep.COPY, CaseEventKind.NOTE_CONFLICTED, copy);
            return new CaseNoteSaved(view(note), view(copy));
        }
        Optional<CaseNote> merged = Optional.ofNullable(command.merges()).map(id -> repository
                .lock(file, id)
                .filter(copy -> note.id.equals(copy.copyOf))
                .orElseThrow(() -> Problem.invalid("merges", "unknown_value")));
        merged.ifPresent(copy -> {
            copy.take(CaseNoteStep.MERGE);
            tell(file, CaseNoteStep.MERGE, CaseEventKind.NOTE_MERGED, copy);
        });
        note.write(command.text(), current.get().person(), clock.instant());
        repository.keep(note);
        tell(file, CaseNoteStep.CHANGE, CaseEventKind.NOTE_CHANGED, note);
        return new CaseNoteSaved(view(note), null);
    }

    /** @throws Problem NOT_FOUND, FORBIDDEN, STATE_CONFLICT for what is no conflicting copy, or not any more */
    @Transactional
    CaseNoteView drop(UUID caseId, UUID noteId) {
        purpose.requirePersonLevel(current.get());
        Cases.Seen file = cases.workOn(caseId);
        CaseNote copy = repository.lock(file, noteId).orElseThrow(Problem::notFound);
        copy.take(CaseNoteStep.DROP);
        tell(file, CaseNoteStep.DROP, CaseEventKind.NOTE_DROPPED, copy);
        return view(copy);
    }

    private static boolean isBehind(@Nullable String ifMatch, CaseNote note) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.VERSION_REQUIRED);
        }
        return !EntityTags.of(note.revision).equals(ifMatch.strip());
    }

    private void tell(Cases.Seen file, CaseNoteStep step, CaseEventKind kind, CaseNote note) {
        cases.tell(file, kind, note.id, null);
        audit.record(step.act(), file.audited(), note.id.toString());
    }

    private Cases.Seen see(UUID caseId) {
        purpose.requirePersonLevel(current.get());
        return cases.see(caseId);
    }

    private CaseNoteView view(CaseNote note) {
        return CaseNoteView.from(note, logins(Set.of(note.writtenBy)), texts.protectedIn(note.caseId));
    }

    private Map<UUID, String> logins(Collection<UUID> writers) {
        return writers.isEmpty() ? Map.of() : people.logins(current.get().participantId(), List.copyOf(writers));
    }
}
