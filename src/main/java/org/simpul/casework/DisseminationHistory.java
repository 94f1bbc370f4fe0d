package org.simpul.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.referral.FieldChanges;
import org.simpul.shared.Page;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** The versions of a dissemination that the caller sees, and what each says otherwise than another one. */
@ApplicationScoped
@Transactional
public class DisseminationHistory {
    /** The same in all versions, or told as counts. */
    private static final Set<String> APART = Set.of("reference", "transactions");

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final DisseminationRepository repository;
    private final ResponseRepository responses;
    private final DisseminationReader reader;
    private final ObjectMapper json;
    private final AuditLog audit;

    DisseminationHistory(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            DisseminationRepository repository,
            ResponseRepository responses,
            DisseminationReader reader,
            ObjectMapper json,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.responses = responses;
        this.reader = reader;
        this.json = json;
        this.audit = audit;
    }

    /** All of them, the newest first: a dissemination has few. A version that was not received leaves no gap. */
    Page<DisseminationVersionSummary> list(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.find(scope, id).orElseThrow(Problem::notFound);
        List<DisseminationVersion> all = repository.ofDissemination(scope, version);
        boolean desk = DisseminationReader.isDesk(caller);
        Map<UUID, List<ResponseKind>> answered = desk ? Map.of() : responses.kinds(scope, all);
        List<DisseminationVersionSummary> items = new ArrayList<>();
        for (DisseminationVersion one : all) {
            items.add(new DisseminationVersionSummary(
                    one.id,
                    desk ? one.number : all.size() - items.size(),
                    one.sealedAt,
                    desk ? null : Progress.of(answered.getOrDefault(one.id, List.of()))));
        }
        audit.record(CaseworkAct.DISSEMINATION_VERSION_LISTED, DisseminationService.audited(version));
        return new Page<>(items, null);
    }

    /**
     * @param from id of the version to compare with; null for the one before
     * @throws Problem NOT_FOUND, STATE_CONFLICT where there is none before it, INVALID for a version that is not seen
     */
    DisseminationDifferences differences(UUID id, @Nullable UUID from) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion later = repository.find(scope, id).orElseThrow(Problem::notFound);
        DisseminationVersion earlier = repository.ofDissemination(scope, later).stream()
                .filter(version -> from == null ? version.number < later.number : version.id.equals(from))
                .findFirst()
                .orElseThrow(() -> from == null
                        ? Problem.stateConflict("nothing_before")
                        : Problem.invalid("from", "unknown_value"));
        DisseminationContent before = reader.content(earlier, null);
        DisseminationContent after = reader.content(later, null);
        audit.record(
                CaseworkAct.DISSEMINATION_VERSION_COMPARED,
                DisseminationService.audited(later),
                earlier.id + " " + later.id);
        return new DisseminationDifferences(
                earlier.id,
                later.id,
                FieldChanges.between(json.valueToTree(before), json.valueToTree(after), APART, Set.of()),
                new DisseminationDifferences.Transactions(onlyIn(after, before), onlyIn(before, after)));
    }

    private static int onlyIn(DisseminationContent here, DisseminationContent there) {
        List<DisseminatedTransaction> rest = new ArrayList<>(here.transactions());
        there.transactions().forEach(rest::remove);
        return rest.size();
    }
}
