package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.PeopleDirectory;
import org.simpul.urgency.EmergencyContacts;

/** Puts a referral together as its owner reads it. */
@ApplicationScoped
class ReferralReader {
    private final VersionReader versions;
    private final TeamRepository teams;
    private final PeopleDirectory people;
    private final EmergencyContacts emergency;
    private final Warnings warnings;

    ReferralReader(
            VersionReader versions,
            TeamRepository teams,
            PeopleDirectory people,
            EmergencyContacts emergency,
            Warnings warnings) {
        this.versions = versions;
        this.teams = teams;
        this.people = people;
        this.emergency = emergency;
        this.warnings = warnings;
    }

    /** @param referral loaded in the owner's scope */
    ReferralView read(Referral referral, ReferralVersion version) {
        VersionView content = versions.read(version);
        List<String> team = people.logins(referral.owner, teams.of(referral)).values().stream()
                .sorted()
                .toList();
        return new ReferralView(
                referral.id,
                referral.reference,
                referral.status,
                referral.submittedNumber,
                referral.returnReason,
                team,
                referral.createdAt,
                referral.withdrawalAskedAt,
                referral.concernsStaff,
                referral.restricted,
                warnings.proposal(content),
                warnings.of(content),
                content,
                version.aloneActId,
                version.urgency == Urgency.P1 ? emergency.notice() : null);
    }

    String digest(ReferralVersion version) {
        return versions.digest(version);
    }
}
