package org.simpul.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One act without its content.
 *
 * @param actor {@code person}, {@code system:<name>}, or {@code unknown} where nobody could be told
 * @param participant alias of the institution that acted
 * @param client OAuth client that was used; with the matter, the request and the digest null for an act on one's own
 *     object, which may be another's act
 * @param act e.g. {@code matter.registered}; the id of the operation for a denial
 * @param detailDigest HMAC-SHA256 in hexadecimal, under a key of this entry alone, of what can be proved later
 */
@Schema(name = "AuditEntry")
public record AuditEntryView(
        UUID id,
        Instant at,
        @Nullable UUID personId,
        String actor,
        @Nullable String participant,
        List<String> roles,
        @Nullable String client,
        String act,
        @Nullable String objectKind,
        @Nullable UUID objectId,
        @Nullable String purpose,
        @Nullable String caseReference,
        Outcome outcome,
        @Nullable String requestId,
        @Nullable String detailDigest) {}
