package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Purpose;
import org.simpul.shared.ContentDigests;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;

/** Puts a request together for whoever asks, with the digest that an approval names. */
@ApplicationScoped
class RfiReader {
    private final RfiRepository files;
    private final ThreadRepository threads;
    private final Scopes scopes;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final Stored stored;

    RfiReader(
            RfiRepository files,
            ThreadRepository threads,
            Scopes scopes,
            ParticipantDirectory directory,
            ContentDigests digests,
            Stored stored) {
        this.files = files;
        this.threads = threads;
        this.scopes = scopes;
        this.directory = directory;
        this.digests = digests;
        this.stored = stored;
    }

    /** @param rfi loaded in scope */
    RfiView view(Visibility scope, Rfi rfi) {
        List<RfiView.Line> lines = rfi.issuedAt == null ? List.of() : lines(scope, rfi);
        List<String> names = rfi.issuedAt == null
                ? recipients(rfi).stream().map(Member::name).toList()
                : lines.stream().map(RfiView.Line::institution).toList();
        return new RfiView(
                rfi.id,
                rfi.status,
                rfi.purpose,
                rfi.predicateOffence,
                rfi.legalBasis,
                rfi.caseId,
                rfi.matter,
                rfi.egmontReference,
                rfi.searchId,
                question(rfi),
                rfi.preserve,
                rfi.urgent,
                rfi.answerBy,
                handling(rfi),
                rule(rfi),
                files.origins(rfi),
                names,
                lines,
                rfi.aloneActId,
                rfi.revision,
                rfi.digest,
                rfi.returnReason,
                rfi.createdAt,
                rfi.issuedAt,
                rfi.closedAt,
                rfi.nilReturns);
    }

    private List<RfiView.Line> lines(Visibility scope, Rfi rfi) {
        List<RfiRecipient> rows = files.recipients(rfi);
        List<UUID> ids = rows.stream().map(row -> row.threadId).toList();
        Map<UUID, RfiVersion> versions =
                threads.versions(scope, ids).stream().collect(Collectors.toMap(version -> version.id, it -> it));
        Map<UUID, List<RfiStep>> steps = steps(scope, ids);
        Map<UUID, Member> members =
                directory.byId(rows.stream().map(row -> row.recipient).toList());
        return rows.stream()
                .map(row -> new RfiView.Line(
                        row.threadId,
                        versions.get(row.threadId).reference,
                        members.get(row.recipient).name(),
                        Threads.status(steps.getOrDefault(row.threadId, List.of())),
                        row.dueAt))
                .sorted(Comparator.comparing(RfiView.Line::institution))
                .toList();
    }

    Map<UUID, List<RfiStep>> steps(Visibility scope, List<UUID> ids) {
        return threads.steps(scope, ids).stream().collect(Collectors.groupingBy(step -> step.threadId));
    }

    /** Whom it would reach now. */
    List<Member> recipients(Rfi rfi) {
        return scopes.recipients(rule(rfi), question(rfi));
    }

    Question question(Rfi rfi) {
        return stored.read(rfi.question, Question.class);
    }

    @Nullable
    ScopeRule rule(Rfi rfi) {
        return rfi.scope == null ? null : stored.read(rfi.scope, ScopeRule.class);
    }

    static Handling handling(Rfi rfi) {
        return new Handling(Tlp.of(rfi.tlp), Pap.of(rfi.pap));
    }

    /** What a second person decides on. */
    private record Content(
            UUID rfi,
            Purpose purpose,
            String predicateOffence,
            String legalBasis,
            @Nullable UUID caseId,
            @Nullable String matter,
            @Nullable String egmontReference,
            Question question,
            boolean preserve,
            boolean urgent,
            @Nullable Instant answerBy,
            Handling handling,
            @Nullable ScopeRule scope,
            List<UUID> origins,
            List<UUID> recipients) {}

    /**
     * @param recipients whom it would reach
     * @return SHA-256 in hexadecimal: what is approved is what was handed over, to those who were shown
     */
    String digest(Rfi rfi, List<Member> recipients) {
        return digests.of(new Content(
                rfi.id,
                rfi.purpose,
                rfi.predicateOffence,
                rfi.legalBasis,
                rfi.caseId,
                rfi.matter,
                rfi.egmontReference,
                question(rfi),
                rfi.preserve,
                rfi.urgent,
                rfi.answerBy,
                handling(rfi),
                rule(rfi),
                files.origins(rfi),
                recipients.stream().map(Member::id).sorted().toList()));
    }
}
