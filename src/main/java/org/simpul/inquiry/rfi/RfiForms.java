package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;
import org.simpul.casework.Cases;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;

/** What the form of a request must hold, by who asks. */
@ApplicationScoped
class RfiForms {
    /** An institution that reads it would know that an agency asks. */
    private static final Set<String> OF_AGENCIES = Set.of("UU_8_2010_ART_90");

    private static final Set<Purpose> PURPOSES = EnumSet.of(
            Purpose.CHILD_AT_RISK,
            Purpose.LOCATE_AND_PROTECT,
            Purpose.PREDICATE_OFFENCE,
            Purpose.MONEY_LAUNDERING,
            Purpose.ASSET_RECOVERY);

    private final Routes routes;
    private final Cases cases;
    private final LegalBases bases;
    private final RfiRepository files;
    private final ThreadRepository threads;
    private final SearchOrigin origin;
    private final AccessPolicy policy;
    private final Stored stored;
    private final InstantSource clock;

    RfiForms(
            Routes routes,
            Cases cases,
            LegalBases bases,
            RfiRepository files,
            ThreadRepository threads,
            SearchOrigin origin,
            AccessPolicy policy,
            Stored stored,
            InstantSource clock) {
        this.routes = routes;
        this.cases = cases;
        this.bases = bases;
        this.files = files;
        this.threads = threads;
        this.origin = origin;
        this.policy = policy;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * @throws Problem INVALID; NOT_FOUND, FORBIDDEN or STATE_CONFLICT for a case that the caller does not work on;
     *     STATE_CONFLICT for what was begun under another matter
     */
    void write(Caller caller, Rfi rfi, RfiForm given) {
        Question question = given.question().canonical();
        RfiForm form = origin.fill(caller, given, question);
        requireSameMatter(caller, rfi);
        check(caller, form);
        boolean fiu = caller.kind() == ParticipantKind.FIU;
        if (fiu) {
            requireUntold(cases.workOn(form.caseId()), question);
        }
        rfi.purpose = form.purpose();
        rfi.predicateOffence = form.predicateOffence();
        rfi.legalBasis = form.legalBasis();
        rfi.caseId = fiu ? form.caseId() : null;
        rfi.egmontReference = form.egmontReference();
        rfi.question = stored.text(question);
        rfi.searchId = form.searchId();
        rfi.preserve = form.preserve();
        rfi.urgent = form.urgent();
        rfi.answerBy = form.answerBy();
        rfi.tlp = form.handling().tlp().label();
        rfi.pap = form.handling().pap().label();
        rfi.scope = form.scope() == null ? null : stored.text(form.scope());
        rfi.writtenBy(caller.person());
        files.persistAndFlush(rfi);
        files.replaceOrigins(rfi, form.givenOrigins());
    }

    /** What an agency begins under a matter stays in it. */
    private static void requireSameMatter(Caller caller, Rfi rfi) {
        if (rfi.matter != null && !rfi.matter.equals(caller.caseReference())) {
            throw Problem.stateConflict("rfi_of_another_matter");
        }
    }

    /** An agency asks on for nobody, and the FIU for what it was asked itself, as long as that is open. */
    private void requireReceived(Caller caller, List<UUID> origins) {
        Visibility scope = policy.visibility(caller);
        Map<UUID, List<RfiStep>> steps =
                threads.steps(scope, origins).stream().collect(Collectors.groupingBy(step -> step.threadId));
        long open = threads.versions(scope, origins).stream()
                .filter(thread -> thread.recipient.equals(caller.participantId()))
                .filter(thread -> Threads.status(steps.getOrDefault(thread.id, List.of())) != ThreadStatus.CLOSED)
                .count();
        if (open < origins.size()) {
            throw Problem.invalid("origins", "unknown_value");
        }
    }

    private void check(Caller caller, RfiForm form) {
        if (!PURPOSES.contains(form.purpose())) {
            throw Problem.invalid("purpose", "purpose_of_another_kind");
        }
        if (form.handling().tlp() == Tlp.RED) {
            throw Problem.invalid("handling.tlp", "red_names_persons");
        }
        if (form.answerBy() != null && !form.answerBy().isAfter(clock.instant())) {
            throw Problem.invalid("answer_by", "rfi_due_is_past");
        }
        boolean fiu = caller.kind() == ParticipantKind.FIU;
        if ((form.caseId() != null) != fiu) {
            throw Problem.invalid("case_id", "rfi_of_a_case");
        }
        if ((form.scope() != null) != fiu) {
            throw Problem.invalid("scope", "rfi_scope_of_the_fiu");
        }
        if (fiu) {
            Scopes.check(form.scope());
        }
        routes.require(caller.kind(), form.scope());
        boolean abroad =
                fiu ? form.scope().kind() == ParticipantKind.FOREIGN_FIU : caller.kind() == ParticipantKind.FOREIGN_FIU;
        if (abroad != (form.egmontReference() != null)) {
            throw Problem.invalid("egmont_reference", "rfi_egmont_reference");
        }
        if (fiu && !abroad && OF_AGENCIES.contains(form.legalBasis())) {
            throw Problem.invalid("legal_basis", "rfi_basis_of_an_agency");
        }
        requireReceived(caller, form.givenOrigins());
        bases.require(form.legalBasis(), BasisUse.RFI);
    }

    /** Whoever is asked would learn who is protected. */
    void requireUntold(Cases.Seen file, Question question) {
        for (int i = 0; i < question.names().size(); i++) {
            cases.requireUntold(
                    file, "question.names[" + i + "]", question.names().get(i));
        }
        for (int i = 0; i < question.identifiers().size(); i++) {
            cases.requireUntold(
                    file,
                    "question.identifiers[" + i + "].value",
                    question.identifiers().get(i).value());
        }
        cases.requireUntold(file, "question.note", question.note());
    }
}
