package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.NotAudited;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.UnmaskingRule.Masked;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** Protected subjects of submissions by their references, for the rooms that unmask and compare them. No detail. */
@ApplicationScoped
@Transactional
public class SubmittedSubjects {
    private static final String READ = "read inside use cases that are audited themselves";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final VersionRepository versions;
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;

    SubmittedSubjects(
            CurrentCaller current,
            AccessPolicy policy,
            VersionRepository versions,
            SubjectRepository subjects,
            ProtectedSubjects protectedSubjects) {
        this.current = current;
        this.policy = policy;
        this.versions = versions;
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
    }

    /**
     * @param number of the submitted version; null for the newest
     * @throws Problem INVALID when the caller sees no such version, or no such protected subject in it
     */
    @NotAudited(READ)
    public Masked find(UUID referralId, @Nullable Integer number, String reference) {
        List<ReferralVersion> seen = versions.submitted(policy.visibility(current.get()), List.of(referralId));
        return seen.stream()
                .filter(version -> number == null || version.number == number)
                .reduce((earlier, later) -> later)
                .map(version -> in(version.id, reference))
                .orElseThrow(() -> Problem.invalid("object.version", "unknown_value"));
    }

    /**
     * @param versionId loaded in scope
     * @throws Problem INVALID when it has no such protected subject
     */
    @NotAudited(READ)
    public Masked in(UUID versionId, String reference) {
        return subjects.protectedReferences(versionId).entrySet().stream()
                .filter(entry -> entry.getValue().equals(reference))
                .findFirst()
                .map(entry -> new Masked(versionId, entry.getKey()))
                .orElseThrow(() -> Problem.invalid("object.subject", "unknown_value"));
    }

    /** Whether a text tells somebody who is protected in a version that was loaded in scope. */
    @NotAudited(READ)
    public boolean areToldBy(UUID versionId, String text) {
        return ProtectedTerms.areIn(text, protectedSubjects.ofVersion(versionId));
    }

    /** @return references of whom any submitted version of a referral protects, by their ids, as far as they are seen */
    @NotAudited(READ)
    public Map<UUID, String> of(UUID referralId) {
        Map<UUID, String> references = new LinkedHashMap<>();
        versions.submitted(policy.visibility(current.get()), List.of(referralId))
                .forEach(version -> references.putAll(subjects.protectedReferences(version.id)));
        return references;
    }
}
