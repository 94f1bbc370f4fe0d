package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;

/**
 * What institutions have submitted, for the rooms that work on it. Each answer is in the current caller's scope: a
 * version that is not disclosed to it, or not submitted, is absent.
 */
@ApplicationScoped
@Transactional
public class Submissions {
    private static final String READ = "read inside use cases that are audited themselves";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final VersionRepository versions;
    private final SubjectRepository subjects;
    private final RedFlagRepository redFlags;
    private final HoldingRepository holdings;
    private final TransactionRepository transactions;
    private final SharedValueRepository sharedValues;
    private final SharedNameRepository sharedNames;
    private final NoticeRepository notices;
    private final Protection protection;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    Submissions(
            CurrentCaller current,
            AccessPolicy policy,
            VersionRepository versions,
            SubjectRepository subjects,
            RedFlagRepository redFlags,
            HoldingRepository holdings,
            TransactionRepository transactions,
            SharedValueRepository sharedValues,
            SharedNameRepository sharedNames,
            NoticeRepository notices,
            Protection protection,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.versions = versions;
        this.subjects = subjects;
        this.redFlags = redFlags;
        this.holdings = holdings;
        this.transactions = transactions;
        this.sharedValues = sharedValues;
        this.sharedNames = sharedNames;
        this.notices = notices;
        this.protection = protection;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND when it is absent or hidden */
    @NotAudited(READ)
    public Submission head(UUID versionId) {
        return sealed(versionId).submission();
    }

    /** @return false also when the version is absent or hidden */
    @NotAudited(READ)
    public boolean isNewest(UUID versionId) {
        return versions.isNewest(policy.visibility(current.get()), versionId);
    }

    /**
     * @return everything but the transactions; protected subjects, also those of a later version, with reference, roles
     *     and age band only
     * @throws Problem NOT_FOUND when it is absent or hidden
     */
    @NotAudited(READ)
    public ReferralContent content(UUID versionId) {
        ReferralVersion version = sealed(versionId);
        ProtectedPeople later = protectedLater(version);
        return new ReferralContent(
                version.submission(),
                Objects.requireNonNull(version.legalBasis),
                Objects.requireNonNull(version.suspicionFormedOn),
                Objects.requireNonNull(later.mask(version.narrative)),
                Objects.requireNonNull(version.grading()),
                version.handling(),
                version.noMedia,
                Objects.requireNonNull(later.mask(version.statutoryReport())),
                subjects.views(version).stream().map(later::mask).toList(),
                redFlags.of(version).stream()
                        .map(CitedRedFlag::from)
                        .map(later::mask)
                        .toList(),
                holdings.documents(version).stream().map(later::mask).toList(),
                holdings.heldItems(version).stream().map(later::mask).toList(),
                Objects.requireNonNull(version.digest));
    }

    /** @throws Problem NOT_FOUND when the version is absent or hidden */
    @NotAudited(READ)
    public Page<TransactionView> transactions(UUID versionId, PageRequest page) {
        ReferralVersion version = sealed(versionId);
        ProtectedPeople later = protectedLater(version);
        return transactions.newest(version, page).map(later::mask);
    }

    /** Who is protected in the submissions of referrals, as far as they are seen. */
    @NotAudited(READ)
    public ProtectedPeople protectedIn(Collection<UUID> referralIds) {
        return protection.now(versions.submitted(policy.visibility(current.get()), referralIds));
    }

    /** The same by referral, for those that protect somebody. */
    @NotAudited(READ)
    public Map<UUID, ProtectedPeople> protectedByReferral(Collection<UUID> referralIds) {
        return protection.nowByReferral(versions.submitted(policy.visibility(current.get()), referralIds));
    }

    /**
     * Identifiers of this version, of its subjects and of its transactions' parties, that also stand in the newest
     * submitted version of other referrals.
     *
     * @param most holders of a value that are told
     * @throws Problem NOT_FOUND when the version is absent or hidden
     */
    @NotAudited(READ)
    public SharedValues sharedValues(UUID versionId, int most) {
        return sharedValues.of(policy.visibility(current.get()), sealed(versionId), most);
    }

    /**
     * Identifiers of this version, of its subjects and of its transactions' parties; of very many, those of most
     * transactions.
     *
     * @throws Problem NOT_FOUND when the version is absent or hidden
     */
    @NotAudited(READ)
    public List<Identifier> values(UUID versionId) {
        return sharedValues.of(sealed(versionId));
    }

    /**
     * Open subjects of this version whose names are like those in the newest submitted version of other referrals.
     *
     * @param alike from which likeness on, 0 to 100
     * @throws Problem NOT_FOUND when the version is absent or hidden
     */
    @NotAudited(READ)
    public SharedNames sharedNames(UUID versionId, int alike) {
        return sharedNames.of(policy.visibility(current.get()), sealed(versionId), alike);
    }

    /**
     * Tells the submitter something, as the FIU.
     *
     * @param code set for FINISHED
     * @param missing fields that are missing
     * @throws Problem FORBIDDEN for anyone but the FIU, NOT_FOUND when no submission of the referral is seen,
     *     STATE_CONFLICT when it can't be told after the last notice
     */
    public void notify(
            UUID referralId,
            UUID referralOwner,
            NoticeKind kind,
            @Nullable FormCode code,
            List<ReferralField> missing) {
        Caller caller = current.get();
        if (caller.kind() != ParticipantKind.FIU) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!versions.isSubmitted(policy.visibility(caller), referralId, referralOwner)) {
            throw Problem.notFound();
        }
        NoticeTransition edge = NoticeTransition.telling(kind);
        edge.requireAfter(notices.last(policy.visibility(caller), List.of(referralId)).stream()
                .map(last -> last.kind)
                .findFirst()
                .orElse(null));
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.owner = caller.participantId();
        notice.objectId = referralId;
        notice.objectOwner = referralOwner;
        notice.kind = kind;
        notice.formCode = code;
        notice.missing = missing.stream().map(ReferralField::text).toArray(String[]::new);
        notice.at = clock.instant();
        notices.persist(notice);
        // never urgent: that the FIU is in a hurry would tell what it thinks of the referral
        notifications.put(
                new Notification(referralOwner, null, Permission.REFERRAL_READ, "REFERRAL", referralId, false));
        audit.record(edge.act(), new AuditedObject("REFERRAL", referralId, referralOwner), kind.name());
    }

    private ProtectedPeople protectedLater(ReferralVersion version) {
        return protection.laterThan(
                version, versions.submitted(policy.visibility(current.get()), List.of(version.referralId)));
    }

    private ReferralVersion sealed(UUID versionId) {
        return versions.sealed(policy.visibility(current.get()), versionId).orElseThrow(Problem::notFound);
    }
}
