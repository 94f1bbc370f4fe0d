package org.simpul.identifier.list;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Identifiers for the draft of a list, at most 1,000; a file takes more. */
@Schema(
        name = "AddListEntries",
        example =
                """
                {"entries":[{"identifier":{"type":"CRYPTO_ADDRESS","scope":"bitcoin","value":"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
                "confidence":80,"grading":{"source":"RELIABLE","information":"B"},"valid_from":null,
                "valid_until":"2099-12-31T00:00:00Z","decay":"year","typology_code":"LSAC-01"}]}""")
record AddEntries(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid EntryInput> entries) {}
