package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.NotAudited;
import org.simpul.identifier.Identifier;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

/**
 * What submissions hold together: parties, sums between them, flows over time. Grouped by the database, in the current
 * caller's scope; whoever shows it masks whom it protects.
 */
@ApplicationScoped
@Transactional
public class SubmittedGraph {
    private static final String READ = "read inside use cases that are audited themselves";
    /** More submissions with one value tell nothing more to who looks at them. */
    private static final int MOST_SUBMISSIONS = 200;

    private static final String PARTIES =
            """
            select type, scope, value from (
              select i.type, i.scope, i.value from referral_identifier i where i.version_id = any(:versions)
              union select t.from_type, t.from_scope, t.from_value from referral_transaction t
                where t.version_id = any(:versions)
              union select t.to_type, t.to_scope, t.to_value from referral_transaction t
                where t.version_id = any(:versions)) held
            order by type, scope, value offset :passed limit :most
            """;

    /** Those whose later end, in the order of the parties, stands between the first and the last. */
    private static final String TRANSFERS =
            """
            select from_type, from_scope, from_value, to_type, to_scope, to_value, currency, count(*), sum(amount),
              min(booked_on), max(booked_on)
            from referral_transaction t where t.version_id = any(:versions)
              and ((to_type, to_scope, to_value) >= (from_type, from_scope, from_value)
                  and (to_type, to_scope, to_value) >= (:firstType, :firstScope, :firstValue)
                  and (to_type, to_scope, to_value) <= (:lastType, :lastScope, :lastValue)
                or (from_type, from_scope, from_value) > (to_type, to_scope, to_value)
                  and (from_type, from_scope, from_value) >= (:firstType, :firstScope, :firstValue)
                  and (from_type, from_scope, from_value) <= (:lastType, :lastScope, :lastValue))
            group by from_type, from_scope, from_value, to_type, to_scope, to_value, currency
            order by 1, 2, 3, 4, 5, 6, 7 limit :most
            """;

    private static final String TRANSFERS_OF =
            """
            select from_type, from_scope, from_value, to_type, to_scope, to_value, currency, count(*), sum(amount),
              min(booked_on), max(booked_on)
            from referral_transaction t where t.version_id = any(:versions)
              and (from_value = :value and from_type = :type and from_scope = :scope
                or to_value = :value and to_type = :type and to_scope = :scope)
            group by from_type, from_scope, from_value, to_type, to_scope, to_value, currency
            order by 1, 2, 3, 4, 5, 6, 7 limit :most
            """;

    private static final String FLOW =
            """
            select date_trunc(:by, booked_on)::date, currency, count(*), sum(amount), null::numeric, null::numeric
            from referral_transaction t where t.version_id = any(:versions) and booked_on between :from and :until
            group by 1, 2 order by 1, 2
            """;

    private static final String FLOW_OF =
            """
            select date_trunc(:by, booked_on)::date, currency, count(*), sum(amount),
              coalesce(sum(amount) filter (where to_value = :value and to_type = :type and to_scope = :scope), 0),
              coalesce(sum(amount) filter (where from_value = :value and from_type = :type and from_scope = :scope), 0)
            from referral_transaction t where t.version_id = any(:versions) and booked_on between :from and :until
              and (from_value = :value and from_type = :type and from_scope = :scope
                or to_value = :value and to_type = :type and to_scope = :scope)
            group by 1, 2 order by 1, 2
            """;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final EntityManager database;

    SubmittedGraph(CurrentCaller current, AccessPolicy policy, EntityManager database) {
        this.current = current;
        this.policy = policy;
        this.database = database;
    }

    /** A subject with its identifiers, and the submission that it stands in. */
    public record Held(UUID versionId, SubjectView subject) {}

    /** What went from one party to another in one currency. */
    public record Transfer(
            Party from, Party to, String currency, long count, BigDecimal sum, LocalDate first, LocalDate last) {}

    /** What moved in one period and currency; in and out of one account, or null for all. */
    public record Flow(
            LocalDate from,
            String currency,
            long count,
            BigDecimal sum,
            @Nullable BigDecimal in,
            @Nullable BigDecimal out) {}

    /** A submission that holds a value. */
    public record Holder(UUID versionId, UUID referralId) {}

    /** @return those of the versions that are submitted and seen */
    @NotAudited(READ)
    public List<UUID> seen(Collection<UUID> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Visibility scope = scope();
        return scope.bind(database.createQuery(
                                "select v.id from ReferralVersion v where v.id in (:versions) and v.sealedAt is not null"
                                        + " and " + scope.seen("v", ObjectKind.REFERRAL_VERSION) + " order by v.id",
                                UUID.class)
                        .setParameter("versions", versions))
                .getResultList();
    }

    /** @param versions as {@link #seen} gave them */
    @NotAudited(READ)
    public List<Held> subjects(List<UUID> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ReferralIdentifier>> identifiers = new HashMap<>();
        database
                .createQuery(
                        "from ReferralIdentifier i where i.versionId in (:versions) order by i.id",
                        ReferralIdentifier.class)
                .setParameter("versions", versions)
                .getResultList()
                .stream()
                .forEach(row -> identifiers
                        .computeIfAbsent(row.subjectId, id -> new ArrayList<>())
                        .add(row));
        return database
                .createQuery(
                        "from ReferralSubject s where s.versionId in (:versions) order by s.versionId, s.position",
                        ReferralSubject.class)
                .setParameter("versions", versions)
                .getResultList()
                .stream()
                .map(row -> new Held(row.versionId, SubjectView.from(row, identifiers.getOrDefault(row.id, List.of()))))
                .toList();
    }

    /**
     * Each party and identifier once, in a fixed order.
     *
     * @param versions as {@link #seen} gave them
     */
    @NotAudited(READ)
    public List<Party> parties(List<UUID> versions, int passed, int most) {
        return rows(database.createNativeQuery(PARTIES)
                        .setParameter("versions", versions.toArray(UUID[]::new))
                        .setParameter("passed", passed)
                        .setParameter("most", most))
                .stream()
                .map(row -> party(row, 0))
                .toList();
    }

    /** Sums between parties, of which the later one stands between two of {@link #parties}. */
    @NotAudited(READ)
    public List<Transfer> transfers(List<UUID> versions, Party first, Party last, int most) {
        return rows(database.createNativeQuery(TRANSFERS)
                        .setParameter("versions", versions.toArray(UUID[]::new))
                        .setParameter("firstType", first.type())
                        .setParameter("firstScope", first.scope())
                        .setParameter("firstValue", first.value())
                        .setParameter("lastType", last.type())
                        .setParameter("lastScope", last.scope())
                        .setParameter("lastValue", last.value())
                        .setParameter("most", most))
                .stream()
                .map(SubmittedGraph::transfer)
                .toList();
    }

    /** Sums from and to one account. */
    @NotAudited(READ)
    public List<Transfer> transfersOf(List<UUID> versions, Identifier account, int most) {
        return rows(database.createNativeQuery(TRANSFERS_OF)
                        .setParameter("versions", versions.toArray(UUID[]::new))
                        .setParameter("type", account.type().name())
                        .setParameter("scope", account.scope())
                        .setParameter("value", account.value())
                        .setParameter("most", most))
                .stream()
                .map(SubmittedGraph::transfer)
                .toList();
    }

    /** What moved in each day or month. */
    @NotAudited(READ)
    public List<Flow> flow(List<UUID> versions, String by, LocalDate from, LocalDate until) {
        return rows(database.createNativeQuery(FLOW)
                        .setParameter("versions", versions.toArray(UUID[]::new))
                        .setParameter("by", by)
                        .setParameter("from", from)
                        .setParameter("until", until))
                .stream()
                .map(SubmittedGraph::flow)
                .toList();
    }

    /** What moved in and out of one account in each day or month. */
    @NotAudited(READ)
    public List<Flow> flowOf(List<UUID> versions, Identifier account, String by, LocalDate from, LocalDate until) {
        return rows(database.createNativeQuery(FLOW_OF)
                        .setParameter("versions", versions.toArray(UUID[]::new))
                        .setParameter("type", account.type().name())
                        .setParameter("scope", account.scope())
                        .setParameter("value", account.value())
                        .setParameter("by", by)
                        .setParameter("from", from)
                        .setParameter("until", until))
                .stream()
                .map(SubmittedGraph::flow)
                .toList();
    }

    /** Newest submissions in which somebody holds the value, pays by it or is paid; at most 200, the newest first. */
    @NotAudited(READ)
    public List<Holder> holders(Identifier value) {
        Visibility scope = scope();
        return scope
                .bind(database.createQuery(
                                """
                                select v.id, v.referralId from ReferralVersion v where %s
                                  and v.id in (select i.versionId from ReferralIdentifier i
                                      where i.value = :value and i.type = :type and i.scope = :scope
                                    union select t.versionId from ReferralTransaction t
                                      where t.fromValue = :value and t.fromType = :type and t.fromScope = :scope
                                    union select t.versionId from ReferralTransaction t
                                      where t.toValue = :value and t.toType = :type and t.toScope = :scope)
                                order by v.id desc
                                """
                                        .formatted(VersionRepository.lastSubmitted(scope)),
                                Object[].class)
                        .setParameter("value", value.value())
                        .setParameter("type", value.type().name())
                        .setParameter("scope", value.scope()))
                .setMaxResults(MOST_SUBMISSIONS)
                .getResultList()
                .stream()
                .map(row -> new Holder((UUID) row[0], (UUID) row[1]))
                .toList();
    }

    /** Submissions in which somebody holds one of the values, under whatever type; none that is superseded. */
    @NotAudited(READ)
    public List<UUID> holding(Collection<String> values) {
        Visibility scope = scope();
        return scope.bind(database.createQuery(
                                """
                                select v.id from ReferralVersion v where %s
                                  and v.id in (select i.versionId from ReferralIdentifier i where i.value in (:values))
                                order by v.id desc
                                """
                                        .formatted(VersionRepository.lastSubmitted(scope)),
                                UUID.class)
                        .setParameter("values", values))
                .getResultList();
    }

    /**
     * By the day of booking, the newest first.
     *
     * @param versions as {@link #seen} gave them
     * @throws Problem INVALID for a page token that names none of them
     */
    @NotAudited(READ)
    public List<TransactionView> transactions(List<UUID> versions, PageRequest page) {
        if (versions.isEmpty()) {
            return List.of();
        }
        String behind = page.isFirst() ? "" : " and (t.bookedOn, t.id) < (:day, :id)";
        var query = database.createQuery(
                        "from ReferralTransaction t where t.versionId in (:versions)" + behind
                                + " order by t.bookedOn desc, t.id desc",
                        ReferralTransaction.class)
                .setParameter("versions", versions);
        if (!page.isFirst()) {
            ReferralTransaction last = database
                    .createQuery(
                            "from ReferralTransaction t where t.id = :id and t.versionId in (:versions)",
                            ReferralTransaction.class)
                    .setParameter("id", page.before())
                    .setParameter("versions", versions)
                    .getResultList()
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("page_token", "unusable"));
            query.setParameter("day", last.bookedOn).setParameter("id", last.id);
        }
        return query.setMaxResults(page.size() + 1).getResultList().stream()
                .map(TransactionView::from)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static Transfer transfer(Object[] row) {
        return new Transfer(
                party(row, 0),
                party(row, 3),
                (String) row[6],
                ((Number) row[7]).longValue(),
                (BigDecimal) row[8],
                day(row[9]),
                day(row[10]));
    }

    private static Flow flow(Object[] row) {
        return new Flow(
                day(row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                (BigDecimal) row[5]);
    }

    private static Party party(Object[] row, int at) {
        return new Party((String) row[at], (String) row[at + 1], (String) row[at + 2]);
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private Visibility scope() {
        return policy.visibility(current.get());
    }
}
