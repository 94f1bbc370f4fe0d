package org.simpul.urgency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole roster; what is left out is gone. */
@Schema(
        example =
                """
                {"shifts":[{"login":"sari","starts_at":"2026-03-02T01:00:00Z","ends_at":"2026-03-02T13:00:00Z","position":1}]}""")
record SetDutyRoster(@NotNull @Size(max = 1_000) List<@NotNull @Valid Shift> shifts) {}
