package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.ContentDigests;

/** Puts a version together for its owner, with the digest that an approval names. */
@ApplicationScoped
class VersionReader {
    private final EntityManager database;
    private final SubjectRepository subjects;
    private final RedFlagRepository redFlags;
    private final HoldingRepository holdings;
    private final VersionRepository versions;
    private final Protection protection;
    private final ContentDigests digests;

    VersionReader(
            EntityManager database,
            SubjectRepository subjects,
            RedFlagRepository redFlags,
            HoldingRepository holdings,
            VersionRepository versions,
            Protection protection,
            ContentDigests digests) {
        this.versions = versions;
        this.protection = protection;
        this.database = database;
        this.subjects = subjects;
        this.redFlags = redFlags;
        this.holdings = holdings;
        this.digests = digests;
    }

    /** @param version loaded in the owner's scope */
    VersionView read(ReferralVersion version) {
        database.flush();
        return view(version, version.digest);
    }

    /**
     * A version among others of its referral, for a comparison.
     *
     * @param ofReferral all that the caller sees
     */
    VersionView read(ReferralVersion version, Collection<ReferralVersion> ofReferral) {
        return view(version, ofReferral, version.digest);
    }

    /** Whoever is protected in a later version is masked in this one too, although its rows are sealed. */
    private VersionView view(ReferralVersion version, @Nullable String digest) {
        return view(version, versions.ofReferral(version), digest);
    }

    private VersionView view(ReferralVersion version, Collection<ReferralVersion> ofReferral, @Nullable String digest) {
        ProtectedPeople later = protection.laterThan(version, ofReferral);
        List<CitedRedFlag> flags =
                redFlags.of(version).stream().map(CitedRedFlag::from).toList();
        return VersionView.from(
                version,
                subjects.views(version),
                flags,
                holdings.documents(version),
                holdings.heldItems(version),
                later,
                digest);
    }

    /**
     * SHA-256 over the content in RFC 8785 form, the digests of what is protected, and a digest of the transactions in
     * their order, which the database makes. It reads every transaction, so a draft has none until it is handed over.
     *
     * @param version open, and loaded in the owner's scope
     */
    String digest(ReferralVersion version) {
        database.flush();
        Map<String, Object> all = new HashMap<>();
        all.put("version_id", version.id);
        all.put("content", view(version, null));
        all.put(
                "protected",
                rows(
                        version,
                        "select cast(subject_id as text), digest from protected_subject"
                                + " where version_id = :version order by subject_id"));
        all.put(
                "transactions",
                rows(
                        version,
                        """
                        select count(*), encode(sha256(convert_to(coalesce(string_agg(cast(json_build_array(booked_on,
                          amount, currency, from_type, from_scope, from_value, to_type, to_scope, to_value, channel, remark)
                          as text), ',' order by id), ''), 'UTF8')), 'hex')
                        from referral_transaction where version_id = :version
                        """));
        return digests.of(all);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(ReferralVersion version, String sql) {
        return database.createNativeQuery(sql, Object[].class)
                .setParameter("version", version.id)
                .getResultList();
    }
}
