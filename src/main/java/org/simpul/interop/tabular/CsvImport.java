package org.simpul.interop.tabular;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportView;
import org.simpul.referral.TransactionImports;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Carries a file into an import run, chunk by chunk, each in a transaction of its own. */
@ApplicationScoped
class CsvImport {
    private final TransactionImports imports;
    private final ImportLimits limits;
    private final ObjectMapper json;

    CsvImport(TransactionImports imports, ImportLimits limits, ObjectMapper json) {
        this.imports = imports;
        this.limits = limits;
        this.json = json;
    }

    ImportView open(UUID referralId, @Nullable ImportMapping mapping) {
        if (mapping != null && mapping.lacksBaseDate()) {
            throw Problem.invalid("mapping.base_date", "base_date_required");
        }
        try {
            return imports.open(
                    referralId, json.writeValueAsString(mapping == null ? ImportMapping.TEMPLATE : mapping));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file to its end; a run that has begun is ended whatever happens. */
    ImportView load(UUID referralId, UUID importId, InputStream file) {
        String mapping = imports.begin(referralId, importId);
        try {
            CsvTransactions transactions =
                    new CsvTransactions(file, json.readValue(mapping, ImportMapping.class), limits);
            Optional<ImportChunk> chunk = transactions.nextChunk();
            while (chunk.isPresent()) {
                imports.add(referralId, importId, chunk.get());
                chunk = transactions.nextChunk();
            }
            return imports.finish(referralId, importId);
        } catch (FileRefused e) {
            return imports.fail(referralId, importId, e.code(), e.errors());
        } catch (IOException e) {
            throw ended(referralId, importId, "interrupted", Problem.of(ProblemType.MALFORMED));
        } catch (Problem e) {
            throw ended(
                    referralId, importId, e.type() == ProblemType.STATE_CONFLICT ? "draft_closed" : "interrupted", e);
        } catch (RuntimeException e) {
            throw ended(referralId, importId, "interrupted", e);
        }
    }

    private RuntimeException ended(UUID referralId, UUID importId, String failure, RuntimeException cause) {
        try {
            imports.fail(referralId, importId, failure, List.of());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }
}
