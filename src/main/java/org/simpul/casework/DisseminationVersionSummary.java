package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One version among those that the caller sees.
 *
 * @param number of the version for the FIU; a recipient counts those that it received
 * @param progress how far the caller's agency is; null for the FIU
 */
@Schema(name = "DisseminationVersionSummary")
public record DisseminationVersionSummary(
        UUID id, int number, @Nullable Instant disseminatedAt, @Nullable Progress progress) {}
