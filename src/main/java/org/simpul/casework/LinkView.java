package org.simpul.casework;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * What another referral, or a lead, has in common with this one.
 *
 * @param identifier what both hold; null for a name
 * @param subject reference of this referral's subject whose name is alike; null for an identifier
 * @param otherSubject reference of the other referral's subject; null for an identifier
 * @param likeness of the names, 0 to 100; null for an identifier, which is the same
 * @param intakeId the other referral's intake; null for a lead
 * @param reference the other referral's reference; null for a lead
 * @param leadId null for a referral
 * @param from name of the other submitter, or of the partner
 */
@Schema(name = "Link")
public record LinkView(
        LinkKind kind,
        @Nullable Identifier identifier,
        @Nullable String subject,
        @Nullable String otherSubject,
        @Nullable Integer likeness,
        @Nullable UUID intakeId,
        @Nullable String reference,
        @Nullable UUID leadId,
        String from) {}
