package org.simpul.architecture;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;
import org.simpul.testing.PostgresResource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Reads the catalogue of the migrated database: no table, key or function is a door in the database wall. */
@QuarkusTest
class RowSecurityTest extends HubTest {
    /** Tables that everybody may read, with the reason. */
    private static final Map<String, String> OPEN = Map.of(
            "community", "a fixed list of kinds",
            "databasechangelog", "the migrator's own; the hub can't read it",
            "databasechangeloglock", "the migrator's own; the hub can't read it");

    /** Keys that do not begin with the owner, with the reason why nothing can be learnt by trying them. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("participant_alias_key", "known to all members"),
            Map.entry("participant_name_key", "known to all members"),
            Map.entry("participant_one_fiu", "known to all members"),
            Map.entry("community_pkey", "a fixed list"),
            Map.entry("community_id_key", "a fixed list"),
            Map.entry("person_subject", "written by simpul_identify alone, from verified tokens"),
            Map.entry("person_participant_id_subject_key", "participant_id is the owner"),
            Map.entry("person_id_participant_id_key", "id and owner"),
            Map.entry("legal_basis_code_key", "one list for the installation, written by the FIU alone"),
            Map.entry("reach_pkey", "written by the ledger's trigger alone; leads with the audience"),
            Map.entry("audit_pending_pkey", "the id of an entry that was written just now, with random bits"),
            Map.entry("audit_leaf_pkey", "written by the sequencer's role alone, by no request"),
            Map.entry("audit_leaf_entry_id_key", "written by the sequencer's role alone, by no request"),
            Map.entry("audit_tile_pkey", "written by the sequencer's role alone, by no request"),
            Map.entry("audit_batch_pkey", "written by the sequencer's role alone, by no request"),
            Map.entry("audit_checkpoint_pkey", "written by the sequencer's role alone, by no request"),
            Map.entry("audit_cosignature_pkey", "signed by the witness, and published"),
            Map.entry("audit_cosigned_pkey", "written by the sequencer's role alone, by no request"));

    /** Foreign keys without the owner, with the reason. */
    private static final Map<String, String> REFERENCES = Map.of(
            "disclosure_parent_id_fkey",
                    "the trigger demands a live parent of the same object, and raises the same error",
            "reach_disclosure_id_fkey", "written by the ledger's trigger alone");

    private static final Set<String> DEFINERS = Set.of(
            "disclosure_to_reach",
            "consent_revoked",
            "taken_back_by_owner",
            "simpul_enter",
            "simpul_identify",
            "simpul_person_of",
            "simpul_is_abroad",
            "simpul_letter_taken",
            "simpul_points",
            "simpul_pointer",
            "simpul_found",
            "simpul_sightings",
            "simpul_typology_sightings",
            "simpul_sighting_facts",
            "retention_closed_until",
            "keep_protected",
            "simpul_is_approved",
            "simpul_decide",
            "simpul_decline",
            "simpul_close",
            "simpul_provisioned",
            "simpul_machine_provisioned",
            "simpul_try",
            "simpul_pin",
            "participant_change_untry",
            "simpul_switch",
            "simpul_add_machine",
            "simpul_revoke_machine");

    private static Set<String> rows(String sql) {
        Set<String> rows = new TreeSet<>();
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static Set<String> without(Set<String> rows, Set<String> excused) {
        rows.removeAll(excused);
        return rows;
    }

    @Test
    void everyTableOfContentIsHeldByForcedRowSecurity() {
        assertEquals(
                Set.of(),
                without(
                        rows(
                                """
                                select c.relname from pg_class c
                                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                                  and not (c.relrowsecurity and c.relforcerowsecurity
                                           and exists (select from pg_policy p where p.polrelid = c.oid))
                                """),
                        OPEN.keySet()));
    }

    @Test
    void theHubReadsNothingOfTheMigrator() {
        assertEquals(
                Set.of(),
                rows(
                        """
                        select c.relname from pg_class c where c.relname like 'databasechangelog%'
                          and has_table_privilege('simpul_app', c.oid, 'select, insert, update, delete')
                        """));
    }

    @Test
    void theHubOwnsNothingAndBypassesNothing() {
        assertEquals(
                Set.of(),
                rows(
                        """
                        select c.relname::text from pg_class c where c.relowner = 'simpul_app'::regrole
                        union all select p.proname from pg_proc p where p.proowner = 'simpul_app'::regrole
                        union all select r.rolname from pg_roles r where r.rolname like 'simpul%'
                          and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)
                        union all select 'truncate ' || c.relname from pg_class c
                          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                            and has_table_privilege('simpul_app', c.oid, 'truncate')
                        union all select 'create in ' || n.nspname from pg_namespace n
                          where has_schema_privilege('simpul_app', n.oid, 'create')
                        union all select 'inherits ' || m.roleid::regrole from pg_auth_members m
                          where m.member = 'simpul_app'::regrole and m.inherit_option
                        """));
    }

    @Test
    void viewsAskAsTheirReader() {
        assertEquals(
                Set.of(),
                rows(
                        """
                        select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
                          and (c.relkind = 'm' or c.relkind = 'v'
                               and not coalesce(c.reloptions @> array['security_invoker=true'], false))
                        """));
    }

    @Test
    void functionsWithTheirOwnersRightsAreTheseAlone() {
        assertEquals(
                new TreeSet<>(DEFINERS),
                rows("select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"));
        assertEquals(
                Set.of(),
                rows(
                        """
                        select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                          and not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)
                        """));
    }

    @Test
    void uniqueKeysBeginWithTheOwner() {
        assertEquals(
                Set.of(),
                without(
                        rows(
                                """
                                select i.indexrelid::regclass::text from pg_index i
                                join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
                                cross join lateral (select array_agg(a.attname::text order by k.n) as names
                                  from unnest(i.indkey) with ordinality k(column_number, n)
                                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.column_number
                                  where k.n <= i.indnkeyatts) columns
                                where i.indisunique and c.relname not like 'databasechangelog%'
                                  and columns.names not in (array['id'], array['id', 'owner'])
                                  and columns.names[1] is distinct from 'owner'
                                """),
                        KEYS.keySet()));
    }

    @Test
    void foreignKeysCarryTheOwner() {
        assertEquals(
                Set.of(),
                without(
                        rows(
                                """
                                select k.conname from pg_constraint k
                                join pg_class target on target.oid = k.confrelid
                                where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                                  and target.relname not in ('participant', 'community')
                                  and not exists (select from unnest(k.confkey) number
                                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = number
                                    where a.attname in ('owner', 'participant_id'))
                                """),
                        REFERENCES.keySet()));
    }

    /** What hangs on a row that a purge deletes is deleted with it, and is found by an index. */
    @Test
    void whatHangsOnWhatIsPurgedIsPurgedToo() {
        String hanging =
                """
                select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
                where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                  and has_table_privilege('simpul_job_retention', k.confrelid, 'delete')
                """;
        assertEquals(
                Set.of(), rows(hanging + " and not has_table_privilege('simpul_job_retention', k.conrelid, 'delete')"));
        assertEquals(
                Set.of(),
                rows(
                        hanging
                                + """
                                 and not exists (select from pg_index i where i.indrelid = k.conrelid
                                   and i.indkey[0] = any (k.conkey)
                                   and (cardinality(k.conkey) = 1 or i.indkey[1] = any (k.conkey)
                                     or i.indkey[0] is distinct from (select a.attnum from pg_attribute a
                                       where a.attrelid = k.conrelid and a.attname = 'owner')))
                                """));
    }

    @Test
    void everyExcuseIsStillNeeded() {
        assertEquals(
                Set.of(),
                without(
                        new TreeSet<>(KEYS.keySet()),
                        rows(
                                "select relname from pg_class where relkind = 'i' and relnamespace = 'public'::regnamespace")));
        assertEquals(Set.of(), without(new TreeSet<>(REFERENCES.keySet()), rows("select conname from pg_constraint")));
        assertEquals(Set.of(), without(new TreeSet<>(OPEN.keySet()), rows("select relname from pg_class")));
    }
}
