package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The documents that stand for attachments, in place of those named before. */
@Schema(
        example =
                "{\"document_references\":[{\"kind\":\"ACCOUNT_OPENING\",\"number\":\"AO-2026-1187\",\"issued_on\":\"2026-01-14\",\"issuer\":\"Bank A\",\"holder\":\"Branch Bandung, archive 3\",\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\",\"goaml_reference\":null}]}")
record NameDocuments(@NotNull @Size(max = 200) @Valid List<@NotNull DocumentReference> documentReferences) {}
