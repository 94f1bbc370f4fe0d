package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.shared.ContentDigests;
import org.simpul.sharing.Visibility;

/** Puts a thread together, as its two sides read it. */
@ApplicationScoped
class ThreadReader {
    private final ThreadRepository threads;
    private final Routes routes;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final Stored stored;

    ThreadReader(
            ThreadRepository threads,
            Routes routes,
            ParticipantDirectory directory,
            ContentDigests digests,
            Stored stored) {
        this.threads = threads;
        this.routes = routes;
        this.directory = directory;
        this.digests = digests;
        this.stored = stored;
    }

    /** @param thread loaded in scope */
    ThreadView view(Caller caller, Visibility scope, RfiVersion thread) {
        List<RfiStep> steps = threads.steps(scope, List.of(thread.id));
        List<RfiAnswer> answers = threads.answers(scope, List.of(thread.id));
        Map<UUID, Member> members = directory.byId(List.of(thread.owner, thread.recipient));
        Member asker = members.get(thread.owner);
        Member recipient = members.get(thread.recipient);
        boolean asked = thread.recipient.equals(caller.participantId());
        return new ThreadView(
                thread.id,
                thread.reference,
                asker.name(),
                recipient.name(),
                thread.purpose,
                thread.predicateOffence,
                thread.legalBasis,
                thread.matter,
                thread.egmontReference,
                stored.read(thread.question, Question.class),
                thread.preserve,
                thread.urgent,
                routes.mayRefuse(asker.kind(), recipient.kind()),
                thread.handling(),
                thread.sealedAt,
                Threads.dueAt(thread, steps),
                Threads.status(steps),
                steps.stream().map(ThreadView.Step::from).toList(),
                answers.stream()
                        .filter(answer -> answer.sealedAt != null)
                        .map(answer -> new ThreadView.Given(answer.number, answer.outcome, answer.sealedAt))
                        .toList(),
                asked ? draft(answers) : null);
    }

    private ThreadView.@Nullable Draft draft(List<RfiAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.sealedAt == null)
                .findFirst()
                .map(answer -> new ThreadView.Draft(
                        answer.number,
                        answer.revision,
                        answer.outcome,
                        answer.refusal,
                        answer.note,
                        answer.disseminationId,
                        content(answer),
                        answer.digest,
                        answer.returnReason))
                .orElse(null);
    }

    AnswerContent content(RfiAnswer answer) {
        return stored.read(answer.content, AnswerContent.class);
    }

    /** What a second person decides on. */
    private record Content(
            UUID thread,
            int number,
            Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable String note,
            @Nullable UUID disseminationId,
            AnswerContent content) {}

    /** @return SHA-256 in hexadecimal: what is submitted is what was handed over */
    String digest(RfiAnswer answer) {
        return digests.of(new Content(
                answer.threadId,
                answer.number,
                answer.outcome,
                answer.refusal,
                answer.note,
                answer.disseminationId,
                content(answer)));
    }
}
