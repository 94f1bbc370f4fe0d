package org.simpul.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * What links a referral, and what was not taken for a link.
 *
 * @param leftOut values of the referral that were not looked for, since it has so many: those of the fewest
 *     transactions
 * @param more whether there are more names that are alike, or more leads, than are told
 */
@Schema(name = "IntakeLinks")
public record IntakeLinks(List<LinkView> items, List<Suppressed> suppressed, int leftOut, boolean more) {

    /**
     * What so many share that it says nothing about those who do.
     *
     * @param identifier null for a name
     * @param subject reference of the subject with the name; null for an identifier
     */
    @Schema(name = "SuppressedLink")
    public record Suppressed(
            LinkKind kind, @Nullable Identifier identifier, @Nullable String subject, SuppressionReason reason) {}
}
