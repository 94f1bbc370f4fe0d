package org.simpul.interop.identifiers;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.identifier.list.RowSource;
import org.simpul.identifier.screening.ScreeningDefaults;
import org.simpul.identifier.screening.ScreeningRunView;
import org.simpul.identifier.screening.ScreeningRuns;
import org.simpul.interop.imports.Deadline;
import org.simpul.interop.imports.Turns;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.Tables;
import org.simpul.shared.Problem;

/** Carries a file of values as it comes into a run, which asks them as they are read. */
@ApplicationScoped
class ValueFiles {
    private final ScreeningRuns runs;
    private final ImportLimits limits;
    private final ObjectMapper json;
    private final Turns turns;
    private final CurrentCaller current;
    private final InstantSource clock;

    ValueFiles(
            ScreeningRuns runs,
            ImportLimits limits,
            ObjectMapper json,
            Turns turns,
            CurrentCaller current,
            InstantSource clock) {
        this.runs = runs;
        this.limits = limits;
        this.json = json;
        this.turns = turns;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param type one of the content types that the operation consumes
     * @throws Problem NOT_FOUND, STATE_CONFLICT, BUSY while too many others are read, QUOTA_USED
     */
    ScreeningRunView load(UUID id, MediaType type, InputStream file) {
        UUID institution = current.get().participantId();
        turns.take(institution);
        try {
            ScreeningDefaults told = runs.begin(id);
            ImportDefaults defaults = new ImportDefaults(told.type(), told.scope(), null, null, null, null, null, null);
            InputStream timed = new Deadline(clock, limits.deadline()).on(file);
            return screen(
                    id,
                    type.isCompatible(MediaType.valueOf(Tables.CSV))
                            ? new CsvEntries(timed, defaults, limits)
                            : new JsonValues(timed, defaults, limits, json));
        } finally {
            turns.giveBack(institution);
        }
    }

    private ScreeningRunView screen(UUID id, RowSource rows) {
        try {
            return runs.screen(id, rows);
        } catch (RuntimeException e) {
            ScreeningRunView refused = runs.refuse(id, e);
            RuntimeException cause = ScreeningRuns.cause(e);
            if (cause != null) {
                throw cause;
            }
            return refused;
        }
    }
}
