package org.simpul.referral.basis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.typology.Bilingual;

/**
 * A legal basis for the list.
 *
 * @param code stable; what is sealed names it for good
 * @param source the law and its article, as it is cited
 */
@Schema(
        example =
                "{\"code\":\"UU_8_2010_ART_23\",\"title\":{\"id\":\"Laporan penyedia jasa keuangan\",\"en\":\"Reports of providers of financial services\"},\"source\":\"UU 8/2010 Pasal 23\",\"uses\":[\"REFERRAL\"]}")
record ProposeLegalBasis(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{2,63}") String code,
        @NotNull @Valid Bilingual title,
        @NotBlank @Size(max = 200) String source,
        @NotEmpty Set<@NotNull BasisUse> uses) {}
