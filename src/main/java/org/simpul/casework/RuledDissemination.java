package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.casework.DisseminationOrigin.RowKind;
import org.simpul.identifier.Identifier;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.ReferralContent;
import org.simpul.referral.SubjectView;
import org.simpul.referral.Submissions;
import org.simpul.referral.TransactionView;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Reference;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.AloneActs;
import org.simpul.urgency.BusinessCalendar;
import org.simpul.urgency.DoneAlone;
import org.simpul.urgency.UrgencyGround;

/**
 * Makes the dissemination that the standing rule wants of a P1: a case and a dissemination like those of an analyst, with
 * every row that may be copied. The two persons who set the rule stand for it; nobody acted, so one reviews it afterwards.
 */
@ApplicationScoped
class RuledDissemination {
    /** As many as a form may choose. */
    private static final int MOST_TRANSACTIONS = 1_000;

    private static final Set<IntakeStatus> UNDECIDED = Arrays.stream(IntakeStatus.values())
            .filter(IntakeStatus::isUndecided)
            .collect(Collectors.toUnmodifiableSet());

    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final DisseminationRelease release;
    private final CaseRepository cases;
    private final CopiedRows rows;
    private final Discretion discretion;
    private final Recipients recipients;
    private final Submissions submissions;
    private final AloneActs aloneActs;
    private final BusinessCalendar calendar;
    private final InstantSource clock;

    RuledDissemination(
            DisseminationRepository repository,
            DisseminationReader reader,
            DisseminationRelease release,
            CaseRepository cases,
            CopiedRows rows,
            Discretion discretion,
            Recipients recipients,
            Submissions submissions,
            AloneActs aloneActs,
            BusinessCalendar calendar,
            InstantSource clock) {
        this.repository = repository;
        this.reader = reader;
        this.release = release;
        this.cases = cases;
        this.rows = rows;
        this.discretion = discretion;
        this.recipients = recipients;
        this.submissions = submissions;
        this.aloneActs = aloneActs;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param rule in force
     * @param intake of a P1, loaded for a change
     * @return sealed
     * @throws Problem when the agency is gone, or the rule's own words tell who is protected
     */
    DisseminationVersion make(Visibility scope, StandingRule rule, Intake intake, UrgencyGround ground) {
        Instant now = clock.instant();
        ReferralContent content = submissions.content(intake.versionId);
        ProtectedPeople people = discretion.keptBy(List.of(intake));
        CaseFile from = openCase(rule, intake, now);
        Dissemination file = file(rule, from, now);
        DisseminationVersion version = version(rule, file);
        ChosenRows all = everything(intake, content);
        version.write(form(rule, version, content, from, all, now), rule.proposedBy);
        cases.getEntityManager().persist(file);
        repository.persistAndFlush(version);
        rows.replace(version, List.of(intake), people, all);
        List<Discretion.Told> told = discretion.told(version, people);
        if (!told.isEmpty()) {
            rows.replace(version, List.of(intake), people, without(version, told, content, all));
        }
        recipients.replace(version, form(rule, version, content, from, all, now));
        release.requireReady(scope, file, version, UNDECIDED);
        UUID act = aloneActs.ruled(
                version.id,
                version.owner,
                ground,
                new DoneAlone(
                        List.of(rule.proposedBy, Objects.requireNonNull(rule.decidedBy)),
                        reader.digest(version),
                        null));
        release.alone(scope, file, version, act, rule.proposedBy, rule.decidedBy);
        return version;
    }

    private CaseFile openCase(StandingRule rule, Intake intake, Instant now) {
        CaseFile file = new CaseFile();
        file.id = Ids.next();
        file.owner = intake.owner;
        file.reference = Reference.random("C");
        file.title = rule.title;
        file.openedBy = rule.proposedBy;
        file.openedAt = now;
        cases.persist(file);
        cases.addMember(file, rule.proposedBy, rule.proposedBy, now);
        cases.addIntake(file, intake, rule.proposedBy, now);
        cases.flush();
        return file;
    }

    private static Dissemination file(StandingRule rule, CaseFile from, Instant now) {
        Dissemination file = new Dissemination();
        file.id = Ids.next();
        file.owner = from.owner;
        file.caseId = from.id;
        file.status = DisseminationStatus.DRAFT;
        file.createdBy = rule.proposedBy;
        file.createdAt = now;
        return file;
    }

    private static DisseminationVersion version(StandingRule rule, Dissemination file) {
        DisseminationVersion version = DisseminationVersion.first(file);
        version.standingRuleId = rule.id;
        return version;
    }

    private DisseminationForm form(
            StandingRule rule,
            DisseminationVersion version,
            ReferralContent content,
            CaseFile from,
            ChosenRows all,
            Instant now) {
        return new DisseminationForm(
                from.id,
                Product.INFORMASI,
                rule.letterPrefix + "/" + version.reference,
                calendar.day(now),
                rule.title,
                rule.narrative,
                content.submission().predicateOffence(),
                rule.legalBasis,
                Purpose.LOCATE_AND_PROTECT,
                rule.caveats,
                null,
                rule.form().handling(),
                all,
                List.of(rule.agency),
                List.of(),
                false);
    }

    private ChosenRows everything(Intake intake, ReferralContent content) {
        Set<UUID> transactions = new HashSet<>();
        @Nullable String token = null;
        do {
            Page<TransactionView> page =
                    submissions.transactions(intake.versionId, PageRequest.of(PageRequest.MAX_SIZE, token));
            page.items().forEach(row -> transactions.add(row.id()));
            token = page.nextPageToken();
        } while (token != null && transactions.size() < MOST_TRANSACTIONS);
        return new ChosenRows(
                content.subjects().stream().map(SubjectView::id).toList(),
                content.subjects().stream()
                        .flatMap(subject -> subject.identifiers().stream())
                        .distinct()
                        .toList(),
                List.copyOf(transactions));
    }

    /** Leaves out each row that would tell somebody who is protected, and all identifiers of such a subject. */
    private ChosenRows without(
            DisseminationVersion version, List<Discretion.Told> told, ReferralContent content, ChosenRows all) {
        Set<UUID> telling = told.stream().map(Discretion.Told::rowId).collect(Collectors.toSet());
        List<DisseminationOrigin> origins = repository.origins(version).stream()
                .filter(origin -> telling.contains(origin.rowId))
                .toList();
        Set<UUID> subjects = sources(origins, RowKind.SUBJECT);
        Set<UUID> transactions = sources(origins, RowKind.TRANSACTION);
        Set<Identifier> identifiers = repository.identifiers(version).stream()
                .filter(row -> telling.contains(row.id))
                .map(DisseminationIdentifier::identifier)
                .collect(Collectors.toSet());
        Map<UUID, SubjectView> byId =
                content.subjects().stream().collect(Collectors.toMap(SubjectView::id, Function.identity()));
        subjects.forEach(id -> identifiers.addAll(byId.get(id).identifiers()));
        return new ChosenRows(
                all.chosenSubjects().stream()
                        .filter(id -> !subjects.contains(id))
                        .toList(),
                all.chosenIdentifiers().stream()
                        .filter(identifier -> !identifiers.contains(identifier))
                        .toList(),
                all.chosenTransactions().stream()
                        .filter(id -> !transactions.contains(id))
                        .toList());
    }

    private static Set<UUID> sources(List<DisseminationOrigin> origins, RowKind kind) {
        return origins.stream()
                .filter(origin -> origin.rowKind == kind)
                .map(origin -> origin.sourceRowId)
                .collect(Collectors.toSet());
    }
}
