package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dissemination.
 *
 * @param from name of the FIU
 * @param progress how far the caller's agency is; null for the FIU
 * @param desk the FIU's side; null for recipients
 */
@Schema(name = "Dissemination")
public record DisseminationView(
        UUID id,
        String from,
        @Nullable Instant disseminatedAt,
        DisseminationContent content,
        @Nullable Progress progress,
        @Nullable DisseminationDesk desk) {}
