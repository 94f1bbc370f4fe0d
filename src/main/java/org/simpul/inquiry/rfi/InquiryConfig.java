package org.simpul.inquiry.rfi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who may ask whom, and the clocks of requests for information. */
@ConfigMapping(prefix = "simpul.inquiry")
interface InquiryConfig {

    /** {@code asker>asked}, with {@code may refuse} behind it where the asked may; checked when the hub starts. */
    @WithDefault("LAW_ENFORCEMENT>FIU may refuse,FIU>REPORTING_ENTITY,FIU>FOREIGN_FIU may refuse,"
            + "FOREIGN_FIU>FIU may refuse")
    List<String> routes();

    /**
     * By alias of an institution the scopes of accounts that it keeps, e.g. {@code ID:014}; of IBANs the country and the
     * beginning of what follows the check digits, e.g. {@code IBAN:GBNWBK}.
     */
    Map<String, List<String>> scopes();

    @WithDefault("P14D")
    Duration answerWithin();

    @WithDefault("PT24H")
    Duration urgentAnswerWithin();

    /** How long before the deadline who is asked is told. */
    @WithDefault("P2D")
    Duration warnBefore();

    @WithDefault("PT4H")
    Duration urgentWarnBefore();

    /** How long after the deadline those who authorise and submit are told. */
    @WithDefault("P3D")
    Duration escalateAfter();

    @WithDefault("PT4H")
    Duration urgentEscalateAfter();

    /** How far behind the deadline that stands a later one may be. */
    @WithDefault("P30D")
    Duration extendByAtMost();

    /** How long after its deadline a request that nobody closed expires. */
    @WithDefault("P90D")
    Duration expireAfter();

    /** How often it is looked for threads and requests that are due; {@code off} for never. */
    @WithDefault("60s")
    String clockEvery();

    default Duration answerWithin(boolean urgent) {
        return urgent ? urgentAnswerWithin() : answerWithin();
    }

    default Duration warnBefore(boolean urgent) {
        return urgent ? urgentWarnBefore() : warnBefore();
    }

    default Duration escalateAfter(boolean urgent) {
        return urgent ? urgentEscalateAfter() : escalateAfter();
    }
}
