package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The red flags that were observed, in place of those cited before. */
@Schema(
        example =
                "{\"red_flags\":[{\"typology_version_id\":\"0199d0a2-7c1e-7b1a-9f0e-2a6f7c1d3e5b\",\"red_flag_code\":\"T02-RF1\",\"note\":\"Eleven senders in one night.\"}]}")
record CiteRedFlags(@NotNull @Size(max = 100) @Valid List<@NotNull CitedRedFlag> redFlags) {}
