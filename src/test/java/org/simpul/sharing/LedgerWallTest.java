package org.simpul.sharing;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.testing.Database;
import org.simpul.testing.Grants;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The database wall alone: what SQL under the hub's role can see and do, whatever Java says. */
@QuarkusTest
class LedgerWallTest extends HubTest {
    private static final String SEE = "select id from dissemination_version where id = ?";
    private static final String SHARE =
            """
            insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, to_person,
              parent_id, consent_id, purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'LOCATE_AND_PROTECT', 'X', ?, 'PAP:RED', gen_random_uuid(), now(),
              now() + make_interval(secs => ?))
            """;

    private Institution bank;
    private Institution fiu;
    private Institution agency;
    private Institution other;
    private ObjectKind kind;
    private UUID version;

    /** Of the originator, for what an agency hands on; null where somebody gives its own. */
    private UUID consent;

    @BeforeEach
    void aSealedVersion() throws SQLException {
        bank = Institutions.bank();
        fiu = Institutions.fiu();
        agency = Institutions.agency();
        kind = ObjectKind.DISSEMINATION_VERSION;
        version = dissemination(bank, true);
    }

    /** The FIU's, given to the agency, which may hand it on to another one. */
    private UUID givenOn() throws SQLException {
        version = dissemination(fiu, true);
        other = Institutions.agency();
        UUID given = share(fiu, fiu, agency.id(), null, null, "TLP:AMBER", 60);
        consent = Grants.granted(fiu, agency, version, other);
        return given;
    }

    private void aSubmission() throws SQLException {
        kind = ObjectKind.REFERRAL_VERSION;
        version = submission(bank, true);
    }

    @Test
    void aSubmissionGoesToTheFiuAndToNobodyElse() throws SQLException {
        aSubmission();
        assertRefused(() -> share(bank, bank, agency.id(), null, null, "TLP:AMBER", 60));
        UUID officer = person(agency);
        assertRefused(() -> share(bank, bank, null, officer, null, "TLP:AMBER", 60));
        UUID given = share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60);
        assertRefused(() -> share(fiu, bank, agency.id(), null, given, "TLP:AMBER", 60));
    }

    @Test
    void noSubmitterRecallsItsSubmission() throws SQLException {
        aSubmission();
        UUID given = share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60);
        assertEquals(
                0, Database.update(bank.id(), null, "update disclosure set recalled_at = now() where id = ?", given));
        assertEquals(
                List.of(version),
                Database.query(fiu.id(), null, "select id from referral_version where id = ?", version));
    }

    @Test
    void onlyTheOwnerSeesWhatIsNotShared() throws SQLException {
        assertEquals(List.of(version), see(bank));
        assertEquals(List.of(), see(fiu));
        assertEquals(List.of(), see(agency));
    }

    @Test
    void withoutACallerNothingIsSeen() throws SQLException {
        assertEquals(List.of(), Database.query(null, null, SEE, version));
        assertEquals(List.of(), Database.query(UUID.randomUUID(), null, SEE, version));
    }

    @Test
    void aDisclosureReachesItsRecipientUntilItIsRecalled() throws SQLException {
        UUID given = share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60);
        assertEquals(List.of(version), see(fiu));
        assertEquals(List.of(), see(agency));
        recall(bank, given);
        assertEquals(List.of(), see(fiu));
        assertEquals(List.of(version), see(bank));
    }

    @Test
    void aRecallClosesEverythingThatWasHandedOn() throws SQLException {
        UUID given = givenOn();
        share(agency, fiu, other.id(), null, given, "TLP:AMBER", 60);
        assertEquals(List.of(version), see(other));
        recall(fiu, given);
        assertEquals(List.of(), see(other));
        SQLException refused =
                assertThrows(SQLException.class, () -> share(agency, fiu, other.id(), null, given, "TLP:AMBER", 60));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void whatIsHandedOnEndsNoLaterThanWhatItCameBy() throws SQLException {
        UUID given = givenOn();
        share(agency, fiu, other.id(), null, given, "TLP:AMBER", 1800);
        assertEquals(
                List.of(true),
                Database.queryAsSuperuser(
                        "select count(distinct expires_at) = 1 from reach where object_id = ?", version));
    }

    @Test
    void handlingOnlyGetsStricterWhenItIsHandedOn() throws SQLException {
        UUID given = givenOn();
        assertRefused(() -> share(agency, fiu, other.id(), null, given, "TLP:CLEAR", 60));
        share(agency, fiu, other.id(), null, given, "TLP:AMBER+STRICT", 60);
        assertEquals(List.of(version), see(other));
    }

    @Test
    void nothingIsHandedOnPastTheConsent() throws SQLException {
        UUID given = givenOn();
        UUID granted = consent;
        assertRefused(() -> share(agency, fiu, bank.id(), null, given, "TLP:AMBER", 60));
        assertRefused(() -> share(agency, fiu, other.id(), null, given, "TLP:AMBER", 7200));
        consent = null;
        assertRefused(() -> share(agency, fiu, other.id(), null, given, "TLP:AMBER", 60));
        consent = Grants.asked(fiu, agency, version, other);
        assertRefused(() -> share(agency, fiu, other.id(), null, given, "TLP:AMBER", 60));
        Grants.say(fiu, granted, "REVOKED");
        consent = granted;
        assertRefused(() -> share(agency, fiu, other.id(), null, given, "TLP:AMBER", 60));
    }

    @Test
    void aConsentIsNotAskedOfASubmitterNorForOne() throws SQLException {
        share(bank, bank, agency.id(), null, null, "TLP:AMBER", 60);
        assertRefused(() -> Grants.asked(bank, agency, version, fiu));
        UUID given = givenOn();
        assertRefused(() -> Grants.asked(fiu, agency, version, bank));
        assertRefused(() -> Grants.asked(fiu, bank, version, other));
        assertRefused(() -> Grants.asked(fiu, other, version, bank));
        recall(fiu, given);
        assertRefused(() -> Grants.asked(fiu, agency, version, other));
    }

    @Test
    void theOriginatorAloneDecidesOnceAndNobodyElseReadsIt() throws SQLException {
        givenOn();
        UUID asked = Grants.asked(fiu, agency, version, other);
        for (Institution stranger : List.of(other, bank)) {
            assertEquals(List.of(), Database.query(stranger.id(), null, "select id from consent where id = ?", asked));
            assertRefusedOrNothing(() -> Grants.say(stranger, asked, "GRANTED"));
        }
        assertRefused(() -> Grants.say(agency, asked, "GRANTED"));
        assertRefused(() -> Grants.say(fiu, asked, "REVOKED"));
        Grants.say(fiu, asked, "DENIED");
        assertThrows(SQLException.class, () -> Grants.say(fiu, asked, "GRANTED"));
    }

    @Test
    void anExpiredDisclosureReachesNobody() throws SQLException {
        share(bank, bank, fiu.id(), null, null, "TLP:AMBER", -1);
        assertEquals(List.of(), see(fiu));
    }

    @Test
    void redReachesTheNamedPersonAndNobodyElseOfTheInstitution() throws SQLException {
        UUID named = person(agency);
        UUID colleague = person(agency);
        share(bank, bank, null, named, null, "TLP:RED", 60);
        assertEquals(List.of(version), Database.query(agency.id(), named, SEE, version));
        assertEquals(List.of(), Database.query(agency.id(), colleague, SEE, version));
        assertEquals(List.of(), see(agency));
        assertThrows(SQLException.class, () -> share(bank, bank, agency.id(), null, null, "TLP:RED", 60));
    }

    @Test
    void aSuspendedRecipientReadsNothingAndASuspendedSubmitterTakesNothingAway() throws SQLException {
        share(bank, bank, agency.id(), null, null, "TLP:AMBER", 60);
        Institutions.setStatus(bank, "SUSPENDED");
        assertEquals(List.of(version), see(agency));
        Institutions.setStatus(agency, "SUSPENDED");
        assertEquals(List.of(), see(agency));
    }

    @Test
    void nobodySharesWhatIsNotTheirsByNamingThemselvesItsOwner() {
        assertRefused(() -> share(agency, agency, agency.id(), null, null, "TLP:AMBER", 60));
        assertRefused(() -> share(agency, bank, agency.id(), null, null, "TLP:AMBER", 60));
        assertRefused(() -> share(agency, bank, agency.id(), null, UUID.randomUUID(), "TLP:AMBER", 60));
    }

    @Test
    void anOpenDraftCannotBeShared() throws SQLException {
        version = dissemination(bank, false);
        assertRefused(() -> share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60));
    }

    @Test
    void theLedgerIsAppendOnly() throws SQLException {
        UUID given = share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60);
        assertRefused(
                () -> Database.update(bank.id(), null, "update disclosure set expires_at = null where id = ?", given));
        assertRefused(() -> Database.update(bank.id(), null, "delete from disclosure where id = ?", given));
        recall(bank, given);
        assertRefused(
                () -> Database.update(bank.id(), null, "update disclosure set recalled_at = null where id = ?", given));
    }

    @Test
    void onlyTheGiverRecalls() throws SQLException {
        UUID given = share(bank, bank, fiu.id(), null, null, "TLP:AMBER", 60);
        assertEquals(
                0, Database.update(fiu.id(), null, "update disclosure set recalled_at = now() where id = ?", given));
        assertEquals(List.of(version), see(fiu));
    }

    @Test
    void nothingIsSubmittedInSqlWithoutASecondPerson() throws SQLException {
        version = submission(bank, false);
        for (String alone : List.of("approved_by = null", "approved_by = handed_over_by", "digest = null")) {
            assertRefused(() -> Database.update(
                    bank.id(),
                    null,
                    "update referral_version set sealed_at = now(), " + alone + " where id = ?",
                    version));
        }
        assertEquals(
                1,
                Database.update(
                        bank.id(), null, "update referral_version set sealed_at = now() where id = ?", version));
    }

    @Test
    void aSealedVersionNeverChanges() throws SQLException {
        aSubmission();
        assertRefused(() ->
                Database.update(bank.id(), null, "update referral_version set narrative = 'x' where id = ?", version));
        assertRefused(() -> Database.update(
                bank.id(),
                null,
                """
                insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference,
                  age_band)
                values (gen_random_uuid(), ?, ?, 1, 'UNKNOWN', '{WITNESS}', false, 'S-1', 'UNKNOWN')
                """,
                bank.id(),
                version));
    }

    @Test
    void nobodyWritesRowsOfAnother() {
        assertRefused(() -> Database.update(
                agency.id(),
                null,
                "insert into referral (id, owner, reference, status, created_by, created_at, revision)"
                        + " values (gen_random_uuid(), ?, 'R', 'DRAFT', gen_random_uuid(), now(), 0)",
                bank.id()));
    }

    private List<Object> see(Institution institution) throws SQLException {
        return Database.query(institution.id(), null, SEE, version);
    }

    private UUID share(Institution from, Institution owner, UUID to, UUID person, UUID parent, String tlp, int seconds)
            throws SQLException {
        UUID id = UUID.randomUUID();
        Database.update(
                from.id(),
                null,
                SHARE,
                id,
                kind.name(),
                version,
                owner.id(),
                from.id(),
                to,
                person,
                parent,
                consent,
                tlp,
                seconds);
        return id;
    }

    private static void recall(Institution giver, UUID disclosure) throws SQLException {
        assertEquals(
                1,
                Database.update(
                        giver.id(), null, "update disclosure set recalled_at = now() where id = ?", disclosure));
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable act) {
        assertTrue(List.of("42501", "23514")
                .contains(assertThrows(SQLException.class, act).getSQLState()));
    }

    /** Who does not see it writes nothing. */
    private void assertRefusedOrNothing(org.junit.jupiter.api.function.Executable act) throws SQLException {
        try {
            act.execute();
        } catch (Throwable refused) {
            assertEquals("42501", ((SQLException) refused).getSQLState());
        }
        assertEquals(
                List.of(1L),
                Database.queryAsSuperuser(
                        "select count(*) from consent_decision d join consent c on c.id = d.consent_id where c.object_id = ?",
                        version));
    }

    private static UUID person(Institution institution) {
        UUID id = UUID.randomUUID();
        Database.updateAsSuperuser(
                "insert into person (id, participant_id, subject, login, status, first_seen_at, last_seen_at)"
                        + " values (?, ?, ?, 'somebody', 'ACTIVE', now(), now())",
                id,
                institution.id(),
                id.toString());
        return id;
    }

    private static UUID dissemination(Institution owner, boolean sealed) throws SQLException {
        UUID file = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Database.update(
                owner.id(),
                null,
                "insert into case_file (id, owner, reference, title, opened_by, opened_at, revision)"
                        + " values (?, ?, ?, 'A case', gen_random_uuid(), now(), 0)",
                file,
                owner.id(),
                "C-" + file);
        Database.update(
                owner.id(),
                null,
                "insert into dissemination (id, owner, case_id, status, created_by, created_at)"
                        + " values (?, ?, ?, 'DRAFT', gen_random_uuid(), now())",
                file,
                owner.id(),
                file);
        Database.update(
                owner.id(),
                null,
                """
                insert into dissemination_version (id, owner, dissemination_id, number, reference, product, letter_number,
                  letter_date, title, narrative, predicate_offence, legal_basis, purpose, intelligence_only, tlp, pap,
                  written_by, revision, approved_by, digest, sealed_at)
                values (?, ?, ?, 1, ?, 'HA', 'HA/1', current_date, 'T', 'N', 'X', 'X', 'LOCATE_AND_PROTECT', true,
                  'TLP:AMBER', 'PAP:RED', '{}', 0, gen_random_uuid(), repeat('0', 64), case when ? then now() end)
                """,
                version,
                owner.id(),
                file,
                "D-" + version,
                sealed);
        return version;
    }

    private static UUID submission(Institution owner, boolean sealed) throws SQLException {
        UUID referral = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        Database.update(
                owner.id(),
                null,
                "insert into referral (id, owner, reference, status, created_by, created_at, revision)"
                        + " values (?, ?, ?, 'DRAFT', gen_random_uuid(), now(), 0)",
                referral,
                owner.id(),
                "R-" + referral);
        Database.update(
                owner.id(),
                null,
                """
                insert into referral_version (id, owner, referral_id, reference, number, urgency, tlp, pap, no_media,
                  written_by, handed_over_by, approved_by, digest, sealed_at)
                values (?, ?, ?, 'R', 1, 'P3', 'TLP:AMBER', 'PAP:RED', true, '{}',
                  gen_random_uuid(), gen_random_uuid(), repeat('0', 64), case when ? then now() end)
                """,
                version,
                owner.id(),
                referral,
                sealed);
        return version;
    }
}
