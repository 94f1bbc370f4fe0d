package org.simpul.casework;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.Handling;

/**
 * What every recipient reads, in full; nothing here tells whether a report was made, or by whom.
 *
 * @param intelligenceOnly always true: evidence is obtained by the agency's own written request
 * @param exportAllowed whether those whom its owner gave it to may take it out without asking
 * @param identifiers those that stand by themselves
 */
@Schema(name = "DisseminationContent")
public record DisseminationContent(
        String reference,
        Product product,
        String letterNumber,
        LocalDate letterDate,
        String title,
        String narrative,
        String predicateOffence,
        String legalBasis,
        Purpose purpose,
        boolean intelligenceOnly,
        @Nullable String caveats,
        @Nullable String egmontReference,
        Handling handling,
        boolean exportAllowed,
        List<DisseminatedSubject> subjects,
        List<Identifier> identifiers,
        List<DisseminatedTransaction> transactions) {}
