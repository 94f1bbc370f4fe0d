package org.simpul.casework;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The FIU's side of a dissemination; no recipient sees it.
 *
 * @param number of the version
 * @param revision what its entity tag is made of
 * @param digest SHA-256 of content and recipients as handed over, in hexadecimal; what the approver names
 * @param returnReason why the draft was given back; null when it was not
 * @param aloneActId the act alone that released it, which is reviewed afterwards; null where a second person approved it
 * @param standingRuleId the rule that made it at once; null where people did
 * @param recipients who receives it, or would
 */
@Schema(name = "DisseminationDesk")
public record DisseminationDesk(
        UUID id,
        UUID caseId,
        int number,
        DisseminationStatus status,
        long revision,
        @Nullable String digest,
        @Nullable String returnReason,
        @Nullable UUID aloneActId,
        @Nullable UUID standingRuleId,
        List<RecipientView> recipients) {}
