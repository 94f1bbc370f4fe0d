package org.simpul.inquiry.rfi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.inquiry.rfi.ThreadStatus.ACKNOWLEDGED;
import static org.simpul.inquiry.rfi.ThreadStatus.ANSWERED;
import static org.simpul.inquiry.rfi.ThreadStatus.CLARIFICATION;
import static org.simpul.inquiry.rfi.ThreadStatus.CLOSED;
import static org.simpul.inquiry.rfi.ThreadStatus.DELIVERED;
import static org.simpul.inquiry.rfi.ThreadStatus.NIL;
import static org.simpul.inquiry.rfi.ThreadStatus.OVERDUE;
import static org.simpul.inquiry.rfi.ThreadStatus.PARTIAL;
import static org.simpul.inquiry.rfi.ThreadStatus.REFUSED;
import static org.simpul.inquiry.rfi.ThreadStatus.USE_REPORTED;

/** The one table of how a thread moves: by what either side says on it, each in rows of its own. */
public enum ThreadTransition implements Transition<ThreadStatus> {
    DELIVER(Set.of(), always(DELIVERED), Permission.RFI_AUTHORISE, "the request is issued", RfiAct.RFI_DELIVERED),
    ACKNOWLEDGE(Set.of(DELIVERED), always(ACKNOWLEDGED), Permission.RFI_ANSWER_DRAFT, "", RfiAct.RFI_ACKNOWLEDGED),
    ASK_CLARIFICATION(
            Set.of(DELIVERED, ACKNOWLEDGED, OVERDUE),
            always(CLARIFICATION),
            Permission.RFI_ANSWER_DRAFT,
            "what is not clear",
            RfiAct.RFI_CLARIFICATION_ASKED),
    CLARIFY(Set.of(CLARIFICATION), always(ACKNOWLEDGED), Permission.RFI_DRAFT, "a reply", RfiAct.RFI_CLARIFIED),
    ASK_EXTENSION(
            Sets.UNANSWERED,
            UnaryOperator.identity(),
            Permission.RFI_ANSWER_DRAFT,
            "none is asked for; until when, and why",
            RfiAct.RFI_EXTENSION_ASKED),
    GRANT_EXTENSION(
            Sets.UNANSWERED,
            before -> before == OVERDUE ? ACKNOWLEDGED : before,
            Permission.RFI_DRAFT,
            "one is asked for; a later deadline",
            RfiAct.RFI_EXTENSION_GRANTED),
    DECLINE_EXTENSION(
            Sets.UNANSWERED,
            UnaryOperator.identity(),
            Permission.RFI_DRAFT,
            "one is asked for",
            RfiAct.RFI_EXTENSION_DECLINED),
    ANSWER(
            Set.of(DELIVERED, ACKNOWLEDGED, CLARIFICATION, OVERDUE, PARTIAL, NIL, ANSWERED),
            always(ANSWERED),
            Permission.RFI_ANSWER_SUBMIT,
            "a second person, with the digest that was read",
            RfiAct.RFI_ANSWERED),
    ANSWER_PARTLY(
            Set.of(DELIVERED, ACKNOWLEDGED, CLARIFICATION, OVERDUE, PARTIAL),
            always(PARTIAL),
            Permission.RFI_ANSWER_SUBMIT,
            "a second person, with the digest that was read; more follows",
            RfiAct.RFI_ANSWERED_PARTLY),
    ANSWER_NIL(
            Sets.UNANSWERED,
            always(NIL),
            Permission.RFI_ANSWER_SUBMIT,
            "a second person, with the digest that was read; nothing is held",
            RfiAct.RFI_ANSWERED_NIL),
    REFUSE(
            Sets.UNANSWERED,
            always(REFUSED),
            Permission.RFI_ANSWER_SUBMIT,
            "the route allows it; a second person, with the digest that was read; a reason",
            RfiAct.RFI_REFUSED),
    PASS_DEADLINE(
            Set.of(DELIVERED, ACKNOWLEDGED, CLARIFICATION),
            always(OVERDUE),
            null,
            "its deadline has passed",
            RfiAct.RFI_OVERDUE),
    REPORT_USE(
            Set.of(ANSWERED, PARTIAL),
            always(USE_REPORTED),
            Permission.RFI_DRAFT,
            "to an FIU alone: no institution is told what its answer was good for",
            RfiAct.RFI_USE_REPORTED),
    ASK_REPORT(
            Set.of(ANSWERED, PARTIAL),
            UnaryOperator.identity(),
            Permission.RFI_DRAFT,
            "of a reporting entity; number and date of the letter",
            RfiAct.RFI_REPORT_ASKED),
    FILE_REPORT(
            Set.of(ANSWERED, PARTIAL),
            UnaryOperator.identity(),
            Permission.RFI_ANSWER_DRAFT,
            "it was asked for; number and date of the report",
            RfiAct.RFI_REPORT_FILED),
    CLOSE(
            EnumSet.complementOf(EnumSet.of(CLOSED)),
            always(CLOSED),
            Permission.RFI_DRAFT,
            "with the request, or when that expires",
            RfiAct.RFI_THREAD_CLOSED);

    /** Those on which an answer is still awaited. */
    private static final class Sets {
        static final Set<ThreadStatus> UNANSWERED = Set.of(DELIVERED, ACKNOWLEDGED, CLARIFICATION, OVERDUE);
    }

    /** What either side says by itself, in a step and nothing else. */
    private static final Set<ThreadTransition> SAID = EnumSet.of(
            ACKNOWLEDGE,
            ASK_CLARIFICATION,
            CLARIFY,
            ASK_EXTENSION,
            GRANT_EXTENSION,
            DECLINE_EXTENSION,
            REPORT_USE,
            ASK_REPORT,
            FILE_REPORT);

    private static final Set<ThreadTransition> BY_THE_ASKER =
            EnumSet.of(CLARIFY, GRANT_EXTENSION, DECLINE_EXTENSION, PASS_DEADLINE, REPORT_USE, ASK_REPORT, CLOSE);

    private final TransitionEdge<ThreadStatus> edge;

    ThreadTransition(
            Set<ThreadStatus> from,
            UnaryOperator<ThreadStatus> to,
            @Nullable Permission permission,
            String guard,
            RfiAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    private static UnaryOperator<ThreadStatus> always(ThreadStatus status) {
        return before -> status;
    }

    @Override
    public TransitionEdge<ThreadStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return Optional.of("notification");
    }

    boolean isSaid() {
        return SAID.contains(this);
    }

    boolean isByTheAsker() {
        return BY_THE_ASKER.contains(this);
    }

    /** The answer that an outcome is. */
    static ThreadTransition of(Outcome outcome) {
        return Arrays.stream(values())
                .filter(step -> outcome == step.outcome())
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Outcome outcome() {
        return switch (this) {
            case ANSWER -> Outcome.ANSWERED;
            case ANSWER_PARTLY -> Outcome.PARTIAL;
            case ANSWER_NIL -> Outcome.NIL;
            case REFUSE -> Outcome.REFUSED;
            default -> null;
        };
    }
}
