package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PeopleDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** The versions of a referral, and what each says otherwise than another one: for its owner, and for the FIU. */
@ApplicationScoped
@Transactional
public class VersionHistory {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final VersionComparison comparison;
    private final PeopleDirectory people;
    private final AuditLog audit;

    VersionHistory(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            VersionRepository versions,
            VersionComparison comparison,
            PeopleDirectory people,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.versions = versions;
        this.comparison = comparison;
        this.people = people;
        this.audit = audit;
    }

    Page<VersionSummary> listOwn(UUID referralId, PageRequest page) {
        Referral referral = find(referralId);
        return list(referral.id, referral.owner, page);
    }

    VersionDifferences differencesOfOwn(UUID referralId, int number, @Nullable Integer from) {
        return differences(find(referralId).id, number, from);
    }

    /**
     * @param referralId of a referral that the caller has loaded in its scope, or works on
     * @return the newest first; those that are open for their owner alone
     */
    public Page<VersionSummary> list(UUID referralId, UUID referralOwner, PageRequest page) {
        Caller caller = current.get();
        Page<ReferralVersion> rows = Page.of(
                versions.newest(policy.visibility(caller), referralId, page), page.size(), version -> version.id);
        Map<UUID, String> logins = people.logins(
                caller.participantId(),
                rows.items().stream()
                        .map(version -> version.approvedBy)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        audit.record(ReferralAct.REFERRAL_VERSION_LISTED, new AuditedObject("REFERRAL", referralId, referralOwner));
        return rows.map(version -> new VersionSummary(
                version.number,
                version.approvedBy == null ? null : logins.get(version.approvedBy),
                version.digest,
                version.sealedAt));
    }

    /**
     * @param from number of the version to compare with; null for the one before
     * @throws Problem NOT_FOUND when one of the two is absent or hidden, INVALID for what came before the first
     */
    public VersionDifferences differences(UUID referralId, int number, @Nullable Integer from) {
        List<ReferralVersion> all = versions.ofReferral(policy.visibility(current.get()), referralId);
        ReferralVersion later = numbered(all, number);
        if (from == null && number == 1) {
            throw Problem.invalid("from", "nothing_before");
        }
        ReferralVersion earlier = numbered(all, from == null ? number - 1 : from);
        VersionDifferences differences = comparison.between(earlier, later, all);
        audit.record(
                ReferralAct.REFERRAL_VERSION_COMPARED,
                new AuditedObject("REFERRAL", referralId, later.owner),
                "versions %d and %d".formatted(earlier.number, later.number));
        return differences;
    }

    private static ReferralVersion numbered(Collection<ReferralVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number == number)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Referral find(UUID id) {
        return referrals.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
