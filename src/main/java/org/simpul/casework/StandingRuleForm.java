package org.simpul.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Handling;
import org.simpul.urgency.UrgencyGround;

/**
 * What the FIU's standing rule does with a P1.
 *
 * @param grounds on which it acts
 * @param agency alias of the duty agency that receives it
 * @param letterPrefix the letter's number is this, a slash and the dissemination's reference
 * @param narrative the same for each: what stands in the rows is not told again, nor that a report was made
 * @param legalBasis code of the list of legal bases, in force for disseminations
 * @param handling TLP:AMBER or TLP:AMBER+STRICT, with PAP:RED or PAP:AMBER
 */
@Schema(
        example =
                """
                {"grounds":["LIVE_OR_SCHEDULED_ABUSE"],"agency":"agency-x","letter_prefix":"INF/SR",\
                "title":"A child may be in danger now","narrative":"Information for the protection of a child.",\
                "legal_basis":"UU_8_2010_ART_90","caveats":"Call the FIU's desk before any contact.",\
                "handling":{"tlp":"TLP:AMBER+STRICT","pap":"PAP:RED"}}""")
record StandingRuleForm(
        @NotEmpty Set<@NotNull UrgencyGround> grounds,
        @NotBlank @Size(max = 40) String agency,
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9/.-]{0,31}") String letterPrefix,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4_000) String narrative,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{2,63}") String legalBasis,
        @Nullable @Size(max = 2_000) String caveats,
        @NotNull @Valid Handling handling) {}
