package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Puts together what those answered who were asked. */
@ApplicationScoped
class ConsolidationService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final RfiRepository files;
    private final ThreadRepository threads;
    private final RfiReader reader;
    private final ThreadReader answers;
    private final AuditLog audit;

    ConsolidationService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            RfiRepository files,
            ThreadRepository threads,
            RfiReader reader,
            ThreadReader answers,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.files = files;
        this.threads = threads;
        this.reader = reader;
        this.answers = answers;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED, MATTER_NOT_LIVE */
    @Transactional
    Consolidation of(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Rfi rfi = files.find(scope, id).orElseThrow(Problem::notFound);
        List<RfiView.Line> lines = reader.view(scope, rfi).threads();
        Map<UUID, RfiAnswer> last = threads
                .answers(scope, lines.stream().map(RfiView.Line::id).toList())
                .stream()
                .collect(Collectors.toMap(answer -> answer.threadId, Function.identity(), (a, b) -> b));
        Map<ThreadStatus, Long> progress = lines.stream()
                .collect(Collectors.groupingBy(RfiView.Line::status, TreeMap::new, Collectors.counting()));
        audit.record(RfiAct.RFI_ANSWERS_READ, RfiService.audited(rfi));
        return new Consolidation(
                lines.size(),
                progress,
                rfi.nilReturns,
                lines.stream()
                        .filter(line -> last.containsKey(line.id()))
                        .map(line -> answered(line, last.get(line.id())))
                        .toList());
    }

    private Consolidation.Answered answered(RfiView.Line line, RfiAnswer answer) {
        AnswerContent content = answers.content(answer);
        return new Consolidation.Answered(
                line.id(),
                line.reference(),
                line.institution(),
                answer.number,
                answer.outcome,
                answer.refusal,
                answer.note,
                answer.disseminationId,
                content.withoutTransactions(),
                content.transactions().size());
    }
}
