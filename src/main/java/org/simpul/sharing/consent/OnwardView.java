package org.simpul.sharing.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;

/**
 * An onward disclosure, for its giver alone.
 *
 * @param recipients names of who receives it, in order
 * @param legalBasis as it came by
 * @param caveats the giver's own; the originator's go with it, and are read with what it is of
 * @param digest what the second person names
 * @param reason why it was declined
 * @param recallReason why we took it back; no recipient reads it
 */
@Schema(name = "OnwardDisclosure")
public record OnwardView(
        UUID id,
        OnwardStatus status,
        UUID consentId,
        UUID disseminationId,
        List<String> recipients,
        String legalBasis,
        Handling handling,
        @Nullable String caveats,
        Instant until,
        String digest,
        Instant draftedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Instant recalledAt,
        @Nullable String recallReason) {}
