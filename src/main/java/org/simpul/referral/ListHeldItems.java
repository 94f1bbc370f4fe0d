package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the institution holds, in place of what was listed before; an item that stays is sent with its reference. */
@Schema(
        example =
                "{\"held_items\":[{\"reference\":null,\"kind\":\"CCTV\",\"description\":\"ATM camera, branch Bandung\",\"period_from\":\"2026-03-01\",\"period_to\":\"2026-03-02\",\"overwritten_on\":\"2026-04-01\"}]}")
record ListHeldItems(@NotNull @Size(max = 100) @Valid List<@NotNull HeldItem> heldItems) {}
