package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dissemination.
 *
 * @param from name of the FIU
 * @param handedOnBy name of whoever handed it on; null where its owner gave it
 * @param newerId id of the newest version of it that the caller sees; null where this is the newest
 * @param progress how far the caller's agency is; null for the FIU
 * @param desk the FIU's side; null for recipients
 */
@Schema(name = "Dissemination")
public record DisseminationView(
        UUID id,
        String from,
        @Nullable String handedOnBy,
        @Nullable Instant disseminatedAt,
        @Nullable UUID newerId,
        DisseminationContent content,
        @Nullable Progress progress,
        @Nullable DisseminationDesk desk) {}
