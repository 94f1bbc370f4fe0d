package org.simpul.sharing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.sharing.SharingRule.Reader;
import org.simpul.sharing.SharingRule.To;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.PostgresResource;

/** The same acts in the database, as {@code simpul_app} that has entered the caller. Time moves by moving what ends. */
final class SharingWorld implements AutoCloseable {
    private static final List<String> TLP =
            List.of("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED");
    /** The strictest label, which names persons. */
    static final int RED = TLP.size() - 1;

    private final Instant begin = Instant.now();
    private final Connection connection = PostgresResource.superuser();
    private final List<Institution> institutions;
    private final List<UUID> people;
    final List<UUID> versions = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<Institution> owners = new ArrayList<>();
    private final List<UUID> rows = new ArrayList<>();
    private final List<Integer> versionOfRow = new ArrayList<>();
    private final List<UUID> consents = new ArrayList<>();
    private final List<Institution> askers = new ArrayList<>();
    private int clock;

    SharingWorld(List<Institution> institutions, List<UUID> people) throws SQLException {
        this.institutions = institutions;
        this.people = people;
        connection.setAutoCommit(false);
        for (Institution institution : institutions) {
            raw("update participant set status = 'ADMITTED' where id = ?", institution.id());
        }
    }

    void dissemination(int owner) throws SQLException {
        UUID id = version(owner, "DISSEMINATION_VERSION");
        UUID holder = institutions.get(owner).id();
        raw(
                "insert into case_file (id, owner, reference, title, opened_by, opened_at, revision)"
                        + " values (?, ?, ?, 'A case', gen_random_uuid(), now(), 0)",
                id,
                holder,
                "C-" + id);
        raw(
                "insert into dissemination (id, owner, case_id, status, created_by, created_at)"
                        + " values (?, ?, ?, 'DRAFT', gen_random_uuid(), now())",
                id,
                holder,
                id);
        raw(
                """
                insert into dissemination_version (id, owner, dissemination_id, number, reference, product, letter_number,
                  letter_date, title, narrative, predicate_offence, legal_basis, purpose, intelligence_only, tlp, pap,
                  written_by, revision, approved_by, digest, sealed_at)
                values (?, ?, ?, 1, ?, 'HA', 'HA/1', current_date, 'T', 'N', 'X', 'X', 'LOCATE_AND_PROTECT', true,
                  'TLP:AMBER', 'PAP:RED', '{}', 0, gen_random_uuid(), repeat('0', 64), now())
                """,
                id,
                holder,
                id,
                "D-" + id);
    }

    void typology(int owner) throws SQLException {
        UUID id = version(owner, "TYPOLOGY_VERSION");
        UUID holder = institutions.get(owner).id();
        raw(
                "insert into typology (id, owner, code, status, created_at) values (?, ?, ?, 'PUBLISHED', now())",
                id,
                holder,
                "T-" + id);
        raw(
                """
                insert into typology_version (id, owner, typology_id, code, number, title_id, title_en, summary_id, summary_en,
                  narrative_id, narrative_en, predicate_offence, jurisdictions, channels, tlp, pap, threshold, at_least,
                  written_by, written_at, audience_communities, audience_participants, handed_over_by, approved_by, revision,
                  digest, sealed_at)
                values (?, ?, ?, 'T', 1, 'T', 'T', 'S', 'S', 'N', 'N', 'X', '{}', '{}', 'TLP:AMBER', 'PAP:RED', 1, 2, '{}',
                  now(), '{LAW_ENFORCEMENT}', '{}', gen_random_uuid(), gen_random_uuid(), 0, repeat('0', 64), now())
                """,
                id,
                holder,
                id);
    }

    private UUID version(int owner, String kind) {
        UUID id = UUID.randomUUID();
        versions.add(id);
        kinds.add(kind);
        owners.add(institutions.get(owner));
        return id;
    }

    boolean disclose(int giver, int version, To to, int strictness, int until) throws SQLException {
        return row(giver, version, to, null, null, strictness, until);
    }

    boolean handOn(int giver, int parent, int consent, int to, int strictness, int until) throws SQLException {
        return row(
                giver,
                versionOfRow.get(parent),
                new To(to, SharingRule.NOBODY, false),
                rows.get(parent),
                consents.get(consent),
                strictness,
                until);
    }

    private boolean row(int giver, int version, To to, UUID parent, UUID consent, int strictness, int until)
            throws SQLException {
        UUID id = UUID.randomUUID();
        boolean done = as(
                institutions.get(giver),
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, to_person,
                  to_community, parent_id, consent_id, purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'LOCATE_AND_PROTECT', 'X', ?, 'PAP:RED', gen_random_uuid(), now(), ?)
                """,
                id,
                kinds.get(version),
                versions.get(version),
                owners.get(version).id(),
                institutions.get(giver).id(),
                to.institution() == SharingRule.NOBODY
                        ? null
                        : institutions.get(to.institution()).id(),
                to.person() == SharingRule.NOBODY ? null : people.get(to.person()),
                to.authorities() ? "LAW_ENFORCEMENT" : null,
                parent,
                consent,
                TLP.get(strictness),
                until == SharingRule.FOR_EVER ? null : at(until));
        if (done) {
            rows.add(id);
            versionOfRow.add(version);
        }
        return done;
    }

    boolean recall(int giver, int row) throws SQLException {
        return as(
                institutions.get(giver),
                "update disclosure set recalled_at = now() where id = ? and recalled_at is null",
                rows.get(row));
    }

    boolean ask(int asker, int version, Set<Integer> recipients, int until) throws SQLException {
        UUID id = UUID.randomUUID();
        boolean done = as(
                institutions.get(asker),
                """
                insert into consent (id, owner, object_kind, object_id, object_owner, scope, recipients, purpose, reason, until,
                  asked_by, asked_at)
                values (?, ?, ?, ?, ?, 'ONWARD', ?, 'LOCATE_AND_PROTECT', 'R', ?, gen_random_uuid(), now())
                """,
                id,
                institutions.get(asker).id(),
                kinds.get(version),
                versions.get(version),
                owners.get(version).id(),
                ids(recipients),
                at(until));
        if (done) {
            consents.add(id);
            askers.add(institutions.get(asker));
        }
        return done;
    }

    boolean decide(int originator, int consent, String outcome, Set<Integer> recipients, Integer until)
            throws SQLException {
        return as(
                institutions.get(originator),
                """
                insert into consent_decision (id, owner, recipient, consent_id, outcome, recipients, until, reason, decided_by, at)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, gen_random_uuid(), now())
                """,
                institutions.get(originator).id(),
                askers.get(consent).id(),
                consents.get(consent),
                outcome,
                ids(recipients),
                until == null ? null : at(until),
                until == null ? "R" : null);
    }

    /** All that ends comes nearer. */
    void moveClock(int hours) throws SQLException {
        clock += hours;
        for (String move : List.of(
                "update reach set expires_at = expires_at - make_interval(hours => ?) where object_id = any (?)",
                "update disclosure set expires_at = expires_at - make_interval(hours => ?) where object_id = any (?)",
                "update consent_decision set until = until - make_interval(hours => ?) where consent_id in"
                        + " (select id from consent where object_id = any (?))")) {
            raw(move, hours, versionIds());
        }
        raw(
                "update consent set until = until - make_interval(hours => ?), asked_at = asked_at - make_interval(hours => ?)"
                        + " where object_id = any (?)",
                hours,
                hours,
                versionIds());
    }

    void setAdmitted(int institution, boolean admitted) throws SQLException {
        raw(
                "update participant set status = ? where id = ?",
                admitted ? "ADMITTED" : "SUSPENDED",
                institutions.get(institution).id());
    }

    /** By the database wall alone: what each of the readers sees, in their order. */
    List<Set<UUID>> seen(List<Reader> readers) throws SQLException {
        List<Set<UUID>> seen = new ArrayList<>();
        try {
            for (Reader reader : readers) {
                enter(
                        institutions.get(reader.institution()),
                        reader.person() == SharingRule.NOBODY ? null : people.get(reader.person()));
                seen.add(seen());
            }
            return seen;
        } finally {
            connection.rollback();
        }
    }

    private Set<UUID> seen() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id from dissemination_version where id = any (?)"
                        + " union all select id from typology_version where id = any (?)")) {
            select.setObject(1, versionIds());
            select.setObject(2, versionIds());
            Set<UUID> seen = new HashSet<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    seen.add(found.getObject(1, UUID.class));
                }
            }
            return seen;
        }
    }

    private void enter(Institution institution, UUID person) throws SQLException {
        try (Statement role = connection.createStatement();
                PreparedStatement enter = connection.prepareStatement("select simpul_enter(?, ?)")) {
            role.execute("set local role simpul_app");
            enter.setObject(1, institution.id());
            enter.setObject(2, person);
            enter.execute();
        }
    }

    /** @return whether the database let one row be written */
    private boolean as(Institution institution, String sql, Object... values) throws SQLException {
        enter(institution, null);
        try {
            boolean done = execute(sql, values) == 1;
            connection.commit();
            return done;
        } catch (SQLException e) {
            connection.rollback();
            if (!List.of("42501", "23514", "23505", "23503").contains(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private void raw(String sql, Object... values) throws SQLException {
        execute("set local session_replication_role = replica");
        execute(sql, values);
        connection.commit();
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private OffsetDateTime at(int hour) {
        return begin.plus(hour - clock, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }

    private Array versionIds() throws SQLException {
        return connection.createArrayOf("uuid", versions.toArray());
    }

    private Array ids(Collection<Integer> members) throws SQLException {
        return connection.createArrayOf(
                "uuid", members.stream().map(one -> institutions.get(one).id()).toArray());
    }

    /** Nobody is reached any more: other tests list what they receive. */
    @Override
    public void close() throws SQLException {
        raw("delete from reach where object_id = any (?)", versionIds());
        for (Institution institution : institutions) {
            raw("update participant set status = 'ADMITTED' where id = ?", institution.id());
        }
        connection.close();
    }
}
