package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * A dissemination as lists show it.
 *
 * @param title for the FIU; recipients read it under a purpose, and it is null here
 * @param number of the version, for the FIU; recipients find null
 * @param from name of the FIU
 * @param status how far the FIU is; null for recipients
 * @param progress how far the caller's agency is; null for the FIU
 */
@Schema(name = "DisseminationSummary")
public record DisseminationSummary(
        UUID id,
        String reference,
        Product product,
        @Nullable Integer number,
        @Nullable String title,
        String from,
        Handling handling,
        @Nullable Instant disseminatedAt,
        @Nullable DisseminationStatus status,
        @Nullable Progress progress) {}
