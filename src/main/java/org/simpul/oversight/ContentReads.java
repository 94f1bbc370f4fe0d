package org.simpul.oversight;

import java.util.Set;
import java.util.stream.Collectors;

/** The acts by which somebody read, compared or took out persons, or what may name them. */
final class ContentReads {
    static final Set<String> ACTS = Set.of(
            "subject.searched",
            "subject.details-read",
            "intake.read",
            "intake.versions-read",
            "intake.transactions-read",
            "intake.links-read",
            "intake.messages-read",
            "intake.preservation-read",
            "referral.read",
            "referral.transactions-read",
            "referral.version-read",
            "referral.version-compared",
            "case.read",
            "case.timeline-read",
            "case.notes-read",
            "case.note-read",
            "case.tasks-read",
            "case.children-compared",
            "case.network-read",
            "case.network-expanded",
            "case.money-flow-read",
            "case.transactions-read",
            "dissemination.read",
            "dissemination.previewed",
            "dissemination.version-compared",
            "dissemination.exported",
            "rfi.read",
            "rfi.answers-read",
            "rfi.thread-read",
            "rfi.answer-read",
            "hold.read",
            "lead.read",
            "list.entries-read",
            "list.changes-read",
            "list.snapshot-read",
            "screening.hits-read",
            "identifier.correction-read",
            "identifier.corrections-read",
            "false.positives-read");

    /** Those that tell something by their hour: systems ask day and night what changed. */
    static final Set<String> BY_THE_HOUR =
            ACTS.stream().filter(act -> !act.equals("list.changes-read")).collect(Collectors.toUnmodifiableSet());

    private ContentReads() {}
}
