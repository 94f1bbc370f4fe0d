package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.Cases;
import org.simpul.inquiry.rfi.ThreadDesk.Open;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.agreement.Agreements;

/** Threads: read by their two sides, and what these say to each other. */
@ApplicationScoped
class ThreadService {
    static final String KIND = "RFI_THREAD";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final RfiRepository files;
    private final Cases cases;
    private final ThreadRepository threads;
    private final ThreadReader reader;
    private final ThreadDesk desk;
    private final InquiryConfig config;
    private final ParticipantDirectory directory;
    private final Agreements agreements;
    private final AuditLog audit;
    private final InstantSource clock;

    ThreadService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            RfiRepository files,
            Cases cases,
            ThreadRepository threads,
            ThreadReader reader,
            ThreadDesk desk,
            InquiryConfig config,
            ParticipantDirectory directory,
            Agreements agreements,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.files = files;
        this.cases = cases;
        this.threads = threads;
        this.reader = reader;
        this.desk = desk;
        this.config = config;
        this.directory = directory;
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
    }

    /** What one is asked, newest first, without names and numbers. */
    @Transactional
    Page<ThreadSummary> list(PageRequest page) {
        purpose.requirePersonLevel(current.get());
        Visibility scope = policy.visibility(current.get());
        Page<RfiVersion> rows = Page.of(threads.received(scope, page), page.size(), thread -> thread.id);
        List<UUID> ids = rows.items().stream().map(thread -> thread.id).toList();
        Map<UUID, List<RfiStep>> steps =
                threads.steps(scope, ids).stream().collect(Collectors.groupingBy(step -> step.threadId));
        Map<UUID, Member> askers =
                directory.byId(rows.items().stream().map(thread -> thread.owner).collect(Collectors.toSet()));
        audit.record(RfiAct.RFI_THREAD_LISTED, AuditedObject.list(KIND));
        return rows.map(thread -> {
            List<RfiStep> said = steps.getOrDefault(thread.id, List.of());
            return new ThreadSummary(
                    thread.id,
                    thread.reference,
                    askers.get(thread.owner).name(),
                    Threads.status(said),
                    thread.urgent,
                    thread.sealedAt,
                    Threads.dueAt(thread, said));
        });
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED, MATTER_NOT_LIVE */
    @Transactional
    ThreadView read(UUID id) {
        Open open = desk.open(id);
        ThreadView view = reader.view(open.caller(), open.scope(), open.thread());
        audit.record(RfiAct.RFI_THREAD_READ, open.audited());
        return view;
    }

    /**
     * @throws Problem NOT_FOUND, INVALID, STATE_CONFLICT for a step of the other side, or when what was said before does
     *     not allow it, or for words to a foreign FIU with whom nothing is agreed
     */
    @Transactional
    ThreadView say(UUID id, TakeStep command) {
        Open open = desk.openToWrite(id);
        command.check();
        ThreadTransition kind = command.step();
        if (kind.isByTheAsker() != open.isAsker()) {
            throw Problem.stateConflict("rfi_step_of_the_other_side");
        }
        desk.requireOpen(open, kind);
        check(open, command);
        requireSayable(open, command.text());
        RfiStep step = desk.step(open, kind);
        step.text = command.text();
        step.until = command.until();
        step.letterNumber = command.letterNumber();
        step.letterDate = command.letterDate();
        step.used = command.used();
        desk.say(open, step);
        if (kind == ThreadTransition.GRANT_EXTENSION) {
            extend(open, command.until());
        }
        ThreadView view = reader.view(open.caller(), open.scope(), open.thread());
        audit.record(kind.act(), open.audited());
        return view;
    }

    private void check(Open open, TakeStep command) {
        List<RfiStep> steps = desk.steps(open);
        switch (command.step()) {
            case ASK_EXTENSION -> {
                require(!Threads.isExtensionAsked(steps), "rfi_extension_is_asked");
                requireLater(open, steps, command.until());
            }
            case GRANT_EXTENSION -> {
                require(Threads.isExtensionAsked(steps), "rfi_no_extension_is_asked");
                requireLater(open, steps, command.until());
            }
            case DECLINE_EXTENSION -> require(Threads.isExtensionAsked(steps), "rfi_no_extension_is_asked");
            case ASK_REPORT ->
                require(isOfKind(open, ParticipantKind.REPORTING_ENTITY), "rfi_report_of_an_institution");
            case FILE_REPORT -> require(Threads.isReportAsked(steps), "rfi_no_report_is_asked");
            case REPORT_USE ->
                require(
                        isOfKind(open, ParticipantKind.FIU) || isOfKind(open, ParticipantKind.FOREIGN_FIU),
                        "rfi_use_told_to_the_fiu");
            default -> {
                // nothing but its state
            }
        }
    }

    /** It may be about persons; and whoever is asked would learn who is protected in the case. */
    private void requireSayable(Open open, @Nullable String text) {
        if (text == null) {
            return;
        }
        UUID other = open.thread().other(open.caller().participantId());
        agreements.requireAcross(directory.byId(List.of(other)).get(other));
        if (open.isAsker()) {
            files.caseOf(open.scope(), open.thread().id)
                    .ifPresent(file -> cases.requireUntold(cases.see(file), "text", text));
        }
    }

    private static void require(boolean met, String code) {
        if (!met) {
            throw Problem.taken("step", code);
        }
    }

    private boolean isOfKind(Open open, ParticipantKind kind) {
        UUID asked = open.thread().recipient;
        return directory.byId(List.of(asked)).get(asked).kind() == kind;
    }

    private void requireLater(Open open, List<RfiStep> steps, Instant until) {
        if (!until.isAfter(Threads.dueAt(open.thread(), steps)) || !until.isAfter(clock.instant())) {
            throw Problem.invalid("until", "rfi_later_deadline");
        }
        if (until.isAfter(Threads.dueAt(open.thread(), steps).plus(config.extendByAtMost()))) {
            throw Problem.invalid("until", "rfi_deadline_too_far");
        }
    }

    private void extend(Open open, Instant until) {
        RfiRecipient row = threads.lockRecipient(open.scope(), open.thread().id).orElseThrow();
        row.dueAt = until;
        row.stage = RecipientStage.WARN;
        row.lookAt = until.minus(config.warnBefore(open.thread().urgent));
        threads.flush();
    }
}
