package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.simpul.access.PeopleDirectory;

/** Puts a referral together as its owner reads it. */
@ApplicationScoped
class ReferralReader {
    private final VersionReader versions;
    private final TeamRepository teams;
    private final PeopleDirectory people;

    ReferralReader(VersionReader versions, TeamRepository teams, PeopleDirectory people) {
        this.versions = versions;
        this.teams = teams;
        this.people = people;
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
                content);
    }

    String digest(ReferralVersion version) {
        return versions.digest(version);
    }
}
