package org.simpul.referral.basis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.typology.Bilingual;

/**
 * A legal basis of the list.
 *
 * @param source the law and its article
 * @param retirementProposed whether the FIU thinks of taking it out of force; told to the FIU alone
 * @param digest SHA-256 over code, title, source and uses, in hexadecimal; the approval names it
 */
@Schema(name = "LegalBasis")
record LegalBasisView(
        String code,
        Bilingual title,
        String source,
        List<BasisUse> uses,
        BasisStatus status,
        boolean retirementProposed,
        String digest) {}
