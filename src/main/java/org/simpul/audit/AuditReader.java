package org.simpul.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Problem;

/**
 * Reads entries, in the running transaction, under the database role of the scope. The role is taken for the reading
 * alone, past Hibernate, so that nothing else of the request is ever written or read under it.
 */
@ApplicationScoped
class AuditReader {
    /**
     * Kinds whose reading and changing by others its owner may know; mirrored by the policy {@code own_objects}. What others
     * still write, as answers to a request or steps of a hold, is none of them.
     */
    static final Set<String> SHOWN_TO_OWNERS = Set.of(
            "CASE",
            "DISSEMINATION_DELIVERY",
            "DISSEMINATION_RECALL",
            "DISSEMINATION_VERSION",
            "IDENTIFIER_LIST",
            "IDENTIFIER_LIST_RECALL",
            "INTAKE",
            "LEAD",
            "RECALL_NOTICE",
            "RFI",
            "TYPOLOGY_VERSION");

    /** What is one's own comes newest first from an index that begins with the owner, and never from sorting all. */
    static final String IN_ORDER =
            "set local enable_sort = off; set local enable_seqscan = off; set local enable_bitmapscan = off";

    private static final String IN_ANY_ORDER =
            "set local enable_sort = on; set local enable_seqscan = on; set local enable_bitmapscan = on";

    /** An id tells its time, and an entry's id and {@code at} are of the same moment: time is read by the key. */
    private static final Duration SLACK = Duration.ofHours(1);

    private static final UUID HIGHEST = new UUID(-1L, -1L);
    private static final UUID LOWEST = new UUID(0, 0);

    static final String ALL =
            """
            select e.id, e.at, e.person_id, e.actor, p.alias, e.roles, e.client, e.act, e.object_kind, e.object_id,
              e.purpose, e.case_reference, e.outcome, e.request_id, e.detail_digest
            from audit_entry e left join participant p on p.id = e.participant_id
            where e.id < ? and e.id < ? and e.id >= ?
              and (?::uuid is null or e.person_id = ?
                and e.participant_id = (select n.participant_id from person n where n.id = ?))
              and (?::uuid is null or e.object_id = ?)
              and (?::uuid is null or e.participant_id = ?)
              and (?::text is null or e.act = ?)
              and (?::text is null or e.purpose = ?)
              and (?::text is null or e.case_reference = ?)
              and (?::text is null or e.outcome = ?)
              and (?::timestamptz is null or e.at >= ?)
              and (?::timestamptz is null or e.at < ?)
            order by e.id desc offset ? limit ?
            """;

    /**
     * The range of one institution keeps the walk inside of an index that begins with it, and {@code offset 0} the other
     * conditions outside: how long it takes hangs on the institution's own entries alone (R1).
     */
    static final String OWN_PEOPLE =
            """
            select e.id, e.at, e.person_id, e.actor, p.alias, e.roles, e.client, e.act, e.object_kind, e.object_id,
              e.purpose, e.case_reference, e.outcome, e.request_id, e.detail_digest
            from (
              select o.id, o.at, o.person_id, o.actor, o.participant_id, o.roles, o.client, o.act, o.object_kind,
                o.object_id, o.purpose, o.case_reference, o.outcome, o.request_id, o.detail_digest
              from audit_entry o
              where o.participant_id between ? and ? and o.person_id is not null and o.act <> 'subject.self-searched'
                and o.id < ? and o.id < ? and o.id >= ?
                and (?::uuid is null or o.person_id = ?)
                and (?::uuid is null or o.object_id = ?)
              order by o.participant_id, o.id desc offset 0
            ) e left join participant p on p.id = e.participant_id
            where (?::uuid is null or e.participant_id = ?)
              and (?::text is null or e.act = ?)
              and (?::text is null or e.purpose = ?)
              and (?::text is null or e.case_reference = ?)
              and (?::text is null or e.outcome = ?)
              and (?::timestamptz is null or e.at >= ?)
              and (?::timestamptz is null or e.at < ?)
            order by e.participant_id, e.id desc offset ? limit ?
            """;

    /**
     * As {@link #OWN_PEOPLE}. The FIU owns most of what there is, and finds an object by an index of all; an agency walks
     * through what it owns. Under which matter and by which client another acted is not for the owner.
     */
    static final String OWN_OBJECTS =
            """
            select e.id, e.at, e.person_id, e.actor, p.alias, e.roles, null as client, e.act, e.object_kind, e.object_id,
              e.purpose, null as case_reference, e.outcome, null as request_id, null as detail_digest
            from (
              select o.id, o.at, o.person_id, o.actor, o.participant_id, o.roles, o.act, o.object_kind, o.object_id,
                o.object_owner, o.purpose, o.outcome
              from audit_entry o
              where o.object_owner between ? and ? and o.person_id is not null and o.object_kind = any (?)
                and o.id < ? and o.id < ? and o.id >= ?
                and (?::uuid is null or o.object_id = ?)
              order by o.object_owner, o.id desc offset 0
            ) e left join participant p on p.id = e.participant_id
            where (?::uuid is null or e.object_id = ?)
              and (?::uuid is null or e.person_id = ?)
              and (?::uuid is null or e.participant_id = ?)
              and (?::text is null or e.act = ?)
              and (?::text is null or e.purpose = ?)
              and (?::text is null or e.outcome = ?)
              and (?::timestamptz is null or e.at >= ?)
              and (?::timestamptz is null or e.at < ?)
            order by e.object_owner, e.id desc offset ? limit ?
            """;

    private final AgroalDataSource database;

    AuditReader(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @param before entries with an id below this one
     * @param skipped how many of the newest are left out
     * @return the newest, at most {@code rows}
     * @throws Problem NOT_FOUND when the caller or its institution may not act any more
     */
    List<AuditEntryView> read(Caller caller, AuditScope scope, AuditFilter filter, UUID before, int skipped, int rows) {
        try (Connection connection = database.getConnection();
                Statement role = connection.createStatement()) {
            requireEntered(role);
            switch (scope) {
                case ALL -> role.execute("set local role simpul_auditor");
                case OWN_PEOPLE -> role.execute("set local role simpul_overseer_people");
                case OWN_OBJECTS -> role.execute("set local role simpul_overseer_objects");
            }
            // a plan for any filter would be one for none
            role.execute("set local plan_cache_mode = force_custom_plan");
            role.execute(isWalked(caller, scope, filter) ? IN_ORDER : IN_ANY_ORDER);
            List<AuditEntryView> entries =
                    switch (scope) {
                        case ALL -> all(connection, filter, before, skipped, rows);
                        case OWN_PEOPLE -> ofOwnPeople(connection, caller, filter, before, skipped, rows);
                        case OWN_OBJECTS -> onOwnObjects(connection, caller, filter, before, skipped, rows);
                    };
            role.execute(IN_ANY_ORDER);
            role.execute("set local plan_cache_mode = auto");
            // after a failure the transaction is lost, and the role with it
            role.execute("reset role");
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log can't be read", e);
        }
    }

    /** Whether one's own entries are walked through: by all but auditors, and the FIU where it names an object. */
    private static boolean isWalked(Caller caller, AuditScope scope, AuditFilter filter) {
        return switch (scope) {
            case ALL -> false;
            case OWN_PEOPLE -> true;
            case OWN_OBJECTS -> caller.kind() != ParticipantKind.FIU || filter.objectId() == null;
        };
    }

    /** The roles read by what the transaction has entered, and nothing without it: that would be an end of the file. */
    private static void requireEntered(Statement statement) throws SQLException {
        try (ResultSet entered = statement.executeQuery("select current_setting('simpul.participant', true) <> ''")) {
            entered.next();
            if (!entered.getBoolean(1)) {
                throw Problem.notFound();
            }
        }
    }

    private static List<AuditEntryView> all(
            Connection connection, AuditFilter filter, UUID before, int skipped, int rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            Values values = new Values(select);
            values.within(filter, before);
            values.one(filter.personId()).optional(filter.personId());
            values.optional(filter.objectId()).optional(filter.participantId()).optional(filter.act());
            values.optional(name(filter.purpose())).optional(filter.caseReference());
            values.optional(name(filter.outcome())).times(filter).one(skipped).one(rows);
            return entries(select);
        }
    }

    private static List<AuditEntryView> ofOwnPeople(
            Connection connection, Caller caller, AuditFilter filter, UUID before, int skipped, int rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWN_PEOPLE)) {
            Values values = new Values(select);
            values.one(caller.participantId()).one(caller.participantId());
            values.within(filter, before);
            values.optional(filter.personId()).optional(filter.objectId()).optional(filter.participantId());
            values.optional(filter.act()).optional(name(filter.purpose())).optional(filter.caseReference());
            values.optional(name(filter.outcome())).times(filter).one(skipped).one(rows);
            return entries(select);
        }
    }

    private static List<AuditEntryView> onOwnObjects(
            Connection connection, Caller caller, AuditFilter filter, UUID before, int skipped, int rows)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWN_OBJECTS)) {
            Values values = new Values(select);
            values.one(caller.participantId()).one(caller.participantId());
            values.one(connection.createArrayOf("text", SHOWN_TO_OWNERS.toArray()));
            values.within(filter, before);
            values.optional(isWalked(caller, AuditScope.OWN_OBJECTS, filter) ? null : filter.objectId());
            values.optional(filter.objectId()).optional(filter.personId()).optional(filter.participantId());
            values.optional(filter.act()).optional(name(filter.purpose())).optional(name(filter.outcome()));
            values.times(filter).one(skipped).one(rows);
            return entries(select);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    /** The values of a statement, in its order. */
    private static final class Values {
        private final PreparedStatement statement;
        private int index;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        Values one(@Nullable Object value) throws SQLException {
            statement.setObject(++index, value);
            return this;
        }

        /** Asked first whether it is none. */
        Values optional(@Nullable Object value) throws SQLException {
            return one(value).one(value);
        }

        Values within(AuditFilter filter, UUID before) throws SQLException {
            return one(before)
                    .one(filter.to() == null ? HIGHEST : idOf(filter.to().plus(SLACK)))
                    .one(filter.from() == null ? LOWEST : idOf(filter.from().minus(SLACK)));
        }

        Values times(AuditFilter filter) throws SQLException {
            return optional(time(filter.from())).optional(time(filter.to()));
        }
    }

    /** The lowest UUIDv7 of an instant (RFC 9562, section 5.7): 48 bits of milliseconds come first. */
    private static UUID idOf(Instant instant) {
        return new UUID(Math.max(0, Math.min(instant.toEpochMilli(), (1L << 48) - 1)) << 16, 0);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<AuditEntryView> entries(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<AuditEntryView> entries = new ArrayList<>();
            while (row.next()) {
                entries.add(entry(row));
            }
            return entries;
        }
    }

    private static AuditEntryView entry(ResultSet row) throws SQLException {
        return new AuditEntryView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("actor"),
                row.getString("alias"),
                Arrays.stream((Object[]) row.getArray("roles").getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getString("client"),
                row.getString("act"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getString("purpose"),
                row.getString("case_reference"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("request_id"),
                row.getString("detail_digest"));
    }
}
