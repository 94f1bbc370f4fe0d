package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;

/** The referrals that the caller may edit: those of its institution, for their teams and the compliance officers. */
@ApplicationScoped
class OpenDrafts {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final TeamRepository teams;
    private final InstantSource clock;

    OpenDrafts(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            VersionRepository versions,
            TeamRepository teams,
            InstantSource clock) {
        this.clock = clock;
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.versions = versions;
        this.teams = teams;
    }

    /** A referral in draft and its one open version. */
    record Draft(Referral referral, ReferralVersion version) {}

    /**
     * Holds a referral until the transaction ends: of two who edit at once, the second finds that it has moved on.
     *
     * @throws Problem NOT_FOUND when it is another's, restricted to others or absent, FORBIDDEN outside of the team
     */
    Referral hold(UUID referralId) {
        Caller caller = current.get();
        Referral referral =
                referrals.lock(policy.visibility(caller), referralId).orElseThrow(Problem::notFound);
        if (!caller.may(Permission.REFERRAL_SUBMIT) && !teams.isMember(referral, caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return referral;
    }

    /**
     * The open version, to be written.
     *
     * @param ifMatch the entity tag that the caller has read
     * @throws Problem as {@link #hold}; STATE_CONFLICT when it is no draft; VERSION_REQUIRED and VERSION_CHANGED
     */
    Draft open(UUID referralId, @Nullable String ifMatch) {
        Referral referral = hold(referralId);
        referral.requireDraft();
        EntityTags.requireMatch(ifMatch, referral.revision);
        return new Draft(referral, versions.newest(referral));
    }

    /** Moves the revision, and writes down who wrote: whoever did can't be the one who approves. */
    void written(Draft draft) {
        draft.version().writtenBy(current.get().person());
        draft.referral().touched(clock.instant());
    }

    /** @return id of the open version, for an import, which goes on over several requests and only adds */
    UUID require(Caller caller, UUID referralId) {
        Referral referral = hold(referralId);
        referral.requireDraft();
        return versions.newest(referral).id;
    }

    /**
     * As {@link #written}, for an import; the referral is held by {@link #require}.
     *
     * @param starter who said how the file is to be read, and so wrote as well
     */
    void touch(UUID versionId, UUID starter) {
        ReferralVersion version = versions.findById(versionId);
        version.writtenBy(starter);
        written(new Draft(referrals.findById(version.referralId), version));
    }
}
