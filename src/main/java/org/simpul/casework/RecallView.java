package org.simpul.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recall, asked for or done; shown to the FIU alone.
 *
 * @param disseminationId id of the version that it names
 * @param deliveries whose it is, with who has confirmed the deletion
 */
@Schema(name = "Recall")
public record RecallView(
        UUID id,
        UUID disseminationId,
        RecallReason reason,
        @Nullable String note,
        RecallStatus status,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        List<DeliveryView> deliveries) {}
