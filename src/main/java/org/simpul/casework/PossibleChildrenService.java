package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.safeguard.ComparedKind;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.safeguard.SubjectDigests.Match;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Tells the team of a case, and nobody else, that children of several submissions are possibly the same (R3). */
@ApplicationScoped
public class PossibleChildrenService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final CaseRepository cases;
    private final IntakeRepository intakes;
    private final SubjectDigests digests;
    private final AuditLog audit;

    PossibleChildrenService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            CaseRepository cases,
            IntakeRepository intakes,
            SubjectDigests digests,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.cases = cases;
        this.intakes = intakes;
        this.digests = digests;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND, FORBIDDEN outside of the case's team */
    @Transactional
    List<PossibleSameChild> of(UUID caseId) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        CaseFile file = cases.find(scope, caseId).orElseThrow(Problem::notFound);
        if (!cases.isMember(scope, file.id, caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        List<UUID> ofCase =
                intakes.ofCase(scope, file.id).stream().map(intake -> intake.id).toList();
        List<PossibleSameChild> pairs = pairs(digests.matches(file.owner, ofCase));
        audit.record(
                CaseworkAct.CASE_CHILDREN_COMPARED,
                new AuditedObject("CASE", file.id, file.owner),
                "pairs " + pairs.size());
        return pairs;
    }

    private static List<PossibleSameChild> pairs(List<Match> matches) {
        Map<PossibleSameChild, List<ComparedKind>> kinds = new LinkedHashMap<>();
        matches.forEach(match -> kinds.computeIfAbsent(pair(match, List.of()), pair -> new ArrayList<>())
                .add(match.kind()));
        return kinds.entrySet().stream()
                .map(entry -> new PossibleSameChild(
                        entry.getKey().reference(),
                        entry.getKey().intakeId(),
                        entry.getKey().otherReference(),
                        entry.getKey().otherIntakeId(),
                        List.copyOf(entry.getValue())))
                .toList();
    }

    private static PossibleSameChild pair(Match match, List<ComparedKind> matched) {
        return new PossibleSameChild(
                match.reference(), match.intakeId(), match.otherReference(), match.otherIntakeId(), matched);
    }
}
