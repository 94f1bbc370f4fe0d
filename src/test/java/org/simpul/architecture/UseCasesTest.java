package org.simpul.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Each use case runs in a transaction, which tells the database who asks, and records what was done in it. */
class UseCasesTest {
    /** The only ways out, each with its reason on the method; a new one is a decision, and is added here. */
    private static final Set<String> NOT_AUDITED = Set.of(
            "audit.AuditExportService.portion",
            "audit.LogDatabase.call",
            "casework.Disseminated.holding",
            "casework.Disseminated.naming",
            "casework.QualityReportService.untold",
            "hold.EndingHolds.ids",
            "inquiry.rfi.AnswerService.requireAnswerable",
            "oversight.DueBreaches.ids",
            "inquiry.interest.DueInterests.ids",
            "inquiry.interest.MeetingTold.missed",
            "inquiry.rfi.DueThreads.ids",
            "inquiry.rfi.EndingRfis.ids",
            "identifier.ExclusionService.among",
            "identifier.correction.FalsePositiveService.holdAdditions",
            "identifier.list.EditionService.due",
            "identifier.list.FeedService.portion",
            "identifier.list.ImportProgress.moved",
            "identifier.list.ListImports.begin",
            "identifier.list.ListImports.interrupted",
            "identifier.list.ListedIdentifiers.find",
            "identifier.list.ListedIdentifiers.follow",
            "identifier.list.ListedIdentifiers.point",
            "identifier.list.ListedIdentifiers.reaching",
            "identifier.list.Sweep.published",
            "identifier.screening.ScreeningProgress.ask",
            "identifier.screening.ScreeningProgress.count",
            "identifier.screening.ScreeningRuns.clear",
            "identifier.screening.ScreeningRuns.expired",
            "identifier.screening.ScreeningRuns.interrupted",
            "identifier.screening.ScreeningRuns.left",
            "lead.Leads.matching",
            "matter.EndingMatters.ids",
            "urgency.AloneActs.overdue",
            "urgency.DutyCalls.acknowledgeApart",
            "urgency.DutyCalls.due",
            "referral.basis.LegalBases.wasApproved",
            "matter.MatterService.find",
            "matter.MatterService.isLive",
            "matter.MatterService.keepLive",
            "matter.MatterService.live",
            "participant.Participants.admitted",
            "participant.Participants.admittedOf",
            "participant.Participants.byId",
            "participant.Participants.fiu",
            "participant.Participants.operator",
            "participant.People.active",
            "participant.People.logins",
            "participant.People.roles",
            "participant.SignIn.identify",
            "participant.WorkingGroups.insideSince",
            "participant.WorkingGroups.owned",
            "referral.Messages.head",
            "referral.Messages.text",
            "referral.basis.LegalBases.isApproved",
            "referral.basis.LegalBases.require",
            "referral.Preservation.list",
            "referral.Preservation.referralOf",
            "referral.Submissions.content",
            "referral.Submissions.head",
            "referral.Submissions.isNewest",
            "referral.Submissions.protectedByReferral",
            "referral.Submissions.protectedIn",
            "referral.Submissions.sharedNames",
            "referral.Submissions.sharedValues",
            "referral.Submissions.transactions",
            "referral.Submissions.values",
            "referral.SubmittedGraph.seen",
            "referral.SubmittedGraph.subjects",
            "referral.SubmittedGraph.parties",
            "referral.SubmittedGraph.transfers",
            "referral.SubmittedGraph.transfersOf",
            "referral.SubmittedGraph.flow",
            "referral.SubmittedGraph.flowOf",
            "referral.SubmittedGraph.holders",
            "referral.SubmittedGraph.holding",
            "referral.SubmittedGraph.transactions",
            "referral.SubmittedTransactions.choose",
            "referral.SubmittedTransactions.lastBooked",
            "referral.TransactionImports.add",
            "referral.TransactionImports.begin",
            "referral.SubmittedSubjects.areToldBy",
            "referral.SubmittedSubjects.find",
            "referral.SubmittedSubjects.in",
            "referral.SubmittedSubjects.of",
            "retention.DueReviews.ids",
            "retention.PurgePortions.approved",
            "safeguard.ProtectedCopies.carriedBy",
            "safeguard.ProtectedCopies.of",
            "referral.TransactionImports.peek",
            "referral.TransactionImports.recognise",
            "safeguard.ProtectedSubjects.bySubject",
            "safeguard.ProtectedSubjects.copy",
            "safeguard.ProtectedSubjects.destroyed",
            "safeguard.ProtectedSubjects.giveKey",
            "safeguard.ProtectedSubjects.keyOf",
            "safeguard.ProtectedSubjects.of",
            "safeguard.ProtectedSubjects.ofVersion",
            "safeguard.ProtectedSubjects.store",
            "safeguard.SubjectDigests.holding",
            "safeguard.SubjectDigests.matches",
            "safeguard.SubjectDigests.of",
            "safeguard.SubjectDigests.replace",
            "sharing.OnwardLedger.addedCaveats",
            "sharing.OnwardLedger.lostWith",
            "sharing.OnwardLedger.received",
            "sharing.OnwardLedger.row",
            "sharing.consent.Consents.allowsExport",
            "sharing.Ledger.isGiven",
            "sharing.Ledger.present",
            "sharing.Ledger.reached",
            "sharing.Ledger.recipients",
            "typology.review.DueReviews.ids",
            "typology.review.ReviewCopies.requireEndorsed",
            "typology.review.ReviewCopies.show",
            "typology.TypologiesInUse.newest",
            "typology.TypologiesInUse.numbered",
            "typology.TypologyService.cited",
            "typology.TypologyService.weights",
            "urgency.AloneActs.isRejected");

    private static List<JavaMethod> useCases() {
        List<JavaMethod> useCases = Product.CLASSES.stream()
                .filter(type ->
                        !type.isInterface() && (type.getSimpleName().endsWith("Service") || isTransactional(type)))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
        assertFalse(useCases.isEmpty());
        return useCases;
    }

    private static boolean isTransactional(JavaClass type) {
        return type.isAnnotatedWith(Transactional.class)
                || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class));
    }

    /** Who writes entries in transactions that it opens itself. */
    private static final Set<String> OWN_TRANSACTIONS = Set.of(
            "casework.AnswerClock",
            "casework.CaseworkClock",
            "casework.Correspondence",
            "casework.HandedOnClerk",
            "casework.IntakeClerk",
            "casework.LostClerk",
            "casework.NoticeClock",
            "casework.StandingRuleClerk",
            "casework.cases.CaseTaskClock",
            "casework.UrgentDisseminations",
            "casework.PreservationClerk",
            "hold.HoldClerk",
            "http.Denials",
            "http.IdempotencyInterceptor",
            "inquiry.pointer.PointerNotices",
            "participant.CallerAugmentor");

    @Test
    void whoeverRecordsIsTransactional() {
        Set<String> outside = new TreeSet<>();
        Product.CLASSES.stream()
                .filter(type -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(AuditLog.class)))
                .filter(type -> !isTransactional(type))
                .forEach(type -> outside.add(type.getName().substring(Product.BASE.length() + 1)));
        assertEquals(new TreeSet<>(OWN_TRANSACTIONS), outside);
    }

    @Test
    void eachUseCaseIsTransactional() {
        Set<String> outside = new TreeSet<>();
        useCases().stream()
                .filter(method -> !method.isAnnotatedWith(Transactional.class)
                        && !method.getOwner().isAnnotatedWith(Transactional.class))
                .forEach(method -> outside.add(method.getFullName()));
        assertEquals(Set.of(), outside);
    }

    @Test
    void eachUseCaseRecordsWhatItDid() {
        Set<String> silent = new TreeSet<>();
        useCases().stream()
                .filter(method -> !method.isAnnotatedWith(NotAudited.class) && !records(method))
                .forEach(method -> silent.add(method.getFullName()));
        assertEquals(Set.of(), silent);
    }

    @Test
    void theWaysOutAreTheseAlone() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : Product.CLASSES) {
            assertFalse(type.isAnnotatedWith(NotAudited.class) && !type.isAnnotatedWith(Interceptor.class));
            type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(NotAudited.class))
                    .forEach(method -> {
                        assertFalse(method.getAnnotationOfType(NotAudited.class)
                                .value()
                                .isBlank());
                        found.add(type.getName().substring(Product.BASE.length() + 1) + "." + method.getName());
                    });
        }
        assertEquals(new TreeSet<>(NOT_AUDITED), found);
    }

    /** Whether the method or one that it calls, at any depth inside the product, records. */
    private static boolean records(JavaMethod useCase) {
        Set<String> seen = new HashSet<>();
        Deque<JavaMethod> waiting = new ArrayDeque<>(List.of(useCase));
        while (!waiting.isEmpty()) {
            JavaMethod method = waiting.poll();
            if (!seen.add(method.getFullName())) {
                continue;
            }
            for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                MethodCallTarget target = call.getTarget();
                if (target.getOwner().isEquivalentTo(AuditLog.class)
                        && Set.of("record", "recordUntold").contains(target.getName())) {
                    return true;
                }
                if (target.getOwner().getPackageName().startsWith(Product.BASE)) {
                    target.resolveMember().ifPresent(waiting::add);
                }
            }
        }
        return false;
    }
}
