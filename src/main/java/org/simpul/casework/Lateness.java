package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FormCode;
import org.simpul.referral.ReferralContent;

/** Whether a referral came late, as a proposal to whoever decides on the code about its form. */
@ApplicationScoped
class Lateness {
    private final CaseworkConfig config;
    private final ZoneId zone;

    Lateness(CaseworkConfig config, @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.config = config;
        this.zone = zone;
    }

    /** The first submission counts: whoever corrects it later was not later. */
    @Nullable
    FormCode proposal(Intake intake, ReferralContent content) {
        Instant submitted = content.submission().submittedAt();
        Instant first = submitted.isBefore(intake.receivedAt) ? submitted : intake.receivedAt;
        LocalDate last = content.suspicionFormedOn().plusDays(config.lateAfterDays());
        return LocalDate.ofInstant(first, zone).isAfter(last) ? FormCode.LATE : null;
    }
}
