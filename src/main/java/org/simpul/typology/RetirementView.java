package org.simpul.typology;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a typology is no longer used.
 *
 * @param retiredAt null while a second person has not agreed; then only its owner reads it
 * @param digest what the decision names; null once it is decided, and for everybody but the owner
 */
@Schema(name = "TypologyRetirement")
public record RetirementView(Bilingual reason, @Nullable Instant retiredAt, @Nullable String digest) {

    static RetirementView from(Retirement retirement) {
        return new RetirementView(
                new Bilingual(retirement.reasonId, retirement.reasonEn),
                retirement.sealedAt,
                retirement.sealedAt == null ? retirement.digest : null);
    }
}
