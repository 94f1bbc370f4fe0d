package org.simpul.sharing.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;

/**
 * A consent, as whoever asked and the originator read it.
 *
 * @param by name of the institution that asks
 * @param originator name of the institution whose material it is
 * @param recipients names, as they were granted; before that as they were asked for
 * @param until when it ends: as it was granted; before that as it was asked for
 * @param decisionReason why it was denied, or revoked
 */
@Schema(name = "Consent")
public record ConsentView(
        UUID id,
        ConsentStatus status,
        UUID disseminationId,
        String by,
        String originator,
        ConsentScope scope,
        List<String> recipients,
        Purpose purpose,
        String reason,
        Instant until,
        Instant askedAt,
        @Nullable String conditions,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {}
