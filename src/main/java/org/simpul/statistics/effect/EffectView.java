package org.simpul.statistics.effect;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.Outcome;

/**
 * What came of one version of a typology, exactly, for the FIU.
 *
 * @param adoptions institutions that use it now
 * @param adoptedEver institutions that use it, or have used it
 * @param citingReferrals referrals whose newest version cites one of its red flags
 * @param citingInstitutions how many institutions submitted those
 * @param outcomes how many of the citing referrals stand behind a dissemination with such an outcome; one referral may
 *     stand behind several
 * @param useful citing referrals with an outcome that says there was something to it
 * @param falsePositive citing referrals with the outcome FALSE_POSITIVE and none that says so
 * @param precision useful, of those that are useful or false positives, 0 to 1; null while there are neither
 * @param sightings how often members say that they saw identifiers of the FIU's lists that name the typology, in reports
 *     made while this version was the newest
 * @param falseSightings how often they say that such an identifier was not what the list says
 */
@Schema(name = "TypologyEffect")
public record EffectView(
        UUID typologyId,
        int number,
        long adoptions,
        long adoptedEver,
        long citingReferrals,
        long citingInstitutions,
        Map<Outcome, Long> outcomes,
        long useful,
        long falsePositive,
        @Nullable Double precision,
        long sightings,
        long falseSightings) {}
