package org.simpul.interop.identifiers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.list.ImportDefaults;
import org.simpul.identifier.screening.ScreenedRows;
import org.simpul.identifier.screening.ScreeningConfig;
import org.simpul.identifier.screening.ScreeningDefaults;
import org.simpul.identifier.screening.ScreeningRunView;
import org.simpul.identifier.screening.ScreeningRuns;
import org.simpul.interop.imports.Deadline;
import org.simpul.interop.imports.SideBySide;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.tabular.Tables;
import org.simpul.shared.Problem;

/**
 * Carries a file of values as it comes into a run, which asks them as they are read. Its turns are not those of imports, so
 * that members who screen hold up no import.
 */
@ApplicationScoped
class ValueFiles {
    private final ScreeningRuns runs;
    private final ScreenedRows rows;
    private final ScreeningConfig config;
    private final ImportLimits limits;
    private final ObjectMapper json;
    private final SideBySide turns;
    private final CurrentCaller current;
    private final InstantSource clock;

    ValueFiles(
            ScreeningRuns runs,
            ScreenedRows rows,
            ScreeningConfig config,
            ImportLimits limits,
            ObjectMapper json,
            CurrentCaller current,
            InstantSource clock) {
        this.runs = runs;
        this.rows = rows;
        this.config = config;
        this.limits = limits;
        this.json = json;
        this.turns = new SideBySide(config.atOnce(), config.atOncePerInstitution(), "too_many_screenings");
        this.current = current;
        this.clock = clock;
    }

    /** A run must not be taken for interrupted while its file may still be sent. */
    void atStart(@Observes StartupEvent start) {
        if (config.interruptedAfter().compareTo(limits.deadline()) <= 0) {
            throw new IllegalStateException("simpul.screening.interrupted-after is not above simpul.imports.deadline");
        }
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
            return rows.screen(
                    id,
                    type.isCompatible(MediaType.valueOf(Tables.CSV))
                            ? CsvEntries.ofValues(timed, defaults, limits)
                            : JsonLines.ofValues(timed, defaults, limits, json));
        } finally {
            turns.giveBack(institution);
        }
    }
}
