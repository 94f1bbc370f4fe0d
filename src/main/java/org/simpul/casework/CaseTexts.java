package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.casework.IntakeRepository.CaseReferral;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.Submissions;
import org.simpul.sharing.AccessPolicy;

/**
 * Who must not be told by what is written in cases: whoever is protected in any submission that was ever in them. Texts
 * are searched when they are written, and read with references in the place of whom a submission protects only since (R3).
 */
@ApplicationScoped
public class CaseTexts {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository intakes;
    private final Submissions submissions;

    CaseTexts(CurrentCaller current, AccessPolicy policy, IntakeRepository intakes, Submissions submissions) {
        this.current = current;
        this.policy = policy;
        this.intakes = intakes;
        this.submissions = submissions;
    }

    public ProtectedPeople protectedIn(UUID caseId) {
        return protectedIn(List.of(caseId)).apply(caseId);
    }

    /** @return who it is, by the id of a case; cases were loaded in scope */
    public Function<UUID, ProtectedPeople> protectedIn(Collection<UUID> caseIds) {
        List<CaseReferral> ever =
                caseIds.isEmpty() ? List.of() : intakes.everOfCases(policy.visibility(current.get()), caseIds);
        Map<UUID, ProtectedPeople> byReferral = submissions.protectedByReferral(
                ever.stream().map(CaseReferral::referralId).toList());
        Map<UUID, List<ProtectedPeople>> byCase = new HashMap<>();
        ever.stream().filter(row -> byReferral.containsKey(row.referralId())).forEach(row -> byCase.computeIfAbsent(
                        row.caseId(), id -> new ArrayList<>())
                .add(byReferral.get(row.referralId())));
        return id -> ProtectedPeople.of(byCase.getOrDefault(id, List.of()));
    }

    CaseSummary summary(CaseFile file) {
        return CaseSummary.from(file, protectedIn(file.id));
    }

    Function<CaseFile, CaseSummary> summaries(Collection<CaseFile> files) {
        Function<UUID, ProtectedPeople> people =
                protectedIn(files.stream().map(file -> file.id).collect(Collectors.toSet()));
        return file -> CaseSummary.from(file, people.apply(file.id));
    }
}
