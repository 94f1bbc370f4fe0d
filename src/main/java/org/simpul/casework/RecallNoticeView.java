package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That something that was received is recalled.
 *
 * @param from name of the FIU
 * @param disseminationId the address under which it was read; nothing is found there any more
 * @param reference of what was recalled
 * @param instruction what to do now
 * @param confirmedAt when the deletion was confirmed; null while it is waited for
 */
@Schema(name = "RecallNotice")
public record RecallNoticeView(
        UUID id,
        String from,
        UUID disseminationId,
        String reference,
        String instruction,
        Instant recalledAt,
        @Nullable Instant confirmedAt) {}
