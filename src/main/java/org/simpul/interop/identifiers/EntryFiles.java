package org.simpul.interop.identifiers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.identifier.list.ListImportView;
import org.simpul.identifier.list.ListImports;
import org.simpul.identifier.list.RowSource;
import org.simpul.interop.imports.Deadline;
import org.simpul.interop.imports.Turns;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.Tables;
import org.simpul.shared.Problem;

/** Carries a file as it comes into a run, which stores it as it is read. */
@ApplicationScoped
class EntryFiles {
    private final ListImports imports;
    private final ImportLimits limits;
    private final ObjectMapper json;
    private final Turns turns;
    private final CurrentCaller current;
    private final InstantSource clock;

    EntryFiles(
            ListImports imports,
            ImportLimits limits,
            ObjectMapper json,
            Turns turns,
            CurrentCaller current,
            InstantSource clock) {
        this.imports = imports;
        this.limits = limits;
        this.json = json;
        this.turns = turns;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param type one of the content types that the operation consumes
     * @throws Problem NOT_FOUND, STATE_CONFLICT, BUSY while too many others are read
     */
    ListImportView load(UUID listId, UUID importId, MediaType type, InputStream file) {
        UUID institution = current.get().participantId();
        turns.take(institution);
        try {
            ImportDefaults defaults = imports.begin(listId, importId);
            InputStream timed = new Deadline(clock, limits.deadline()).on(file);
            RowSource rows = type.isCompatible(MediaType.valueOf(Tables.CSV))
                    ? CsvEntries.of(timed, defaults, limits)
                    : JsonLines.of(timed, defaults, limits, json);
            return store(listId, importId, rows);
        } finally {
            turns.giveBack(institution);
        }
    }

    private ListImportView store(UUID listId, UUID importId, RowSource rows) {
        try {
            return imports.store(listId, importId, rows);
        } catch (RuntimeException e) {
            ListImportView refused = imports.refuse(listId, importId, e);
            if (ListImports.isTold(e)) {
                return refused;
            }
            throw e;
        }
    }
}
