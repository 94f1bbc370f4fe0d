package org.simpul.sharing;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.hold.HoldSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The database wall alone: leads and holds go to, and are read by, nobody but those whom they are for. */
@QuarkusTest
class RecipientKindTest extends HubTest {
    private final Institution fiu = Institutions.fiu();
    private final Institution bank = Institutions.bank();
    private final Institution agency = Institutions.agency();
    private final Institution partner = Institutions.admit(ParticipantKind.PARTNER);
    private final List<Institution> others = List.of(
            Institutions.bank(),
            Institutions.agency(),
            Institutions.admit(ParticipantKind.PARTNER),
            Institutions.admit(ParticipantKind.SUPERVISOR));

    private static final String SHARE =
            """
            insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
              legal_basis, tlp, pap, disclosed_by, disclosed_at)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, 'FILING', 'X', 'TLP:AMBER', 'PAP:RED', gen_random_uuid(), now())
            """;

    private static void share(Institution owner, String kind, UUID object, Institution to) throws SQLException {
        Database.update(owner.id(), null, SHARE, kind, object, owner.id(), owner.id(), to.id());
    }

    private static void refused(Institution owner, String kind, UUID object, Institution to) {
        SQLException refusal = assertThrows(SQLException.class, () -> share(owner, kind, object, to), to.alias());
        assertEquals("42501", refusal.getSQLState(), refusal.getMessage());
    }

    /** As if the ledger had taken it. */
    private static void forced(Institution owner, String kind, UUID object, Institution to) {
        Database.updateAsSuperuser(SHARE, kind, object, owner.id(), owner.id(), to.id());
    }

    private static List<Object> see(Institution who, String sql, UUID object) throws SQLException {
        return Database.query(who.id(), null, sql, object);
    }

    private UUID lead() {
        String id = as(partner.person(Role.PARTNER_ANALYST))
                .body(Map.of(
                        "identifiers",
                        List.of(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", HoldSteps.anyAccount())),
                        "source",
                        "HOTLINE",
                        "observed_on",
                        "2026-03-01",
                        "child_at_risk",
                        false))
                .post("/api/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    @Test
    void aLeadGoesToTheFiuAlone() throws SQLException {
        UUID lead = lead();
        share(partner, "LEAD", lead, fiu);
        for (Institution other : others) {
            refused(partner, "LEAD", lead, other);
            forced(partner, "LEAD", lead, other);
            assertEquals(List.of(), see(other, "select id from lead where id = ?", lead), other.alias());
            assertEquals(
                    List.of(), see(other, "select id from lead_identifier where version_id = ?", lead), other.alias());
        }
        assertEquals(
                1,
                see(fiu, "select id from lead_identifier where version_id = ?", lead)
                        .size());
        assertEquals(1, see(partner, "select id from lead where id = ?", lead).size());
    }

    private static UUID version(String hold) {
        return (UUID) Drafts.value("select id from hold_version where hold_id = ?", UUID.fromString(hold));
    }

    private void readByNobodyElse(UUID version, Institution owner) throws SQLException {
        for (Institution other : others) {
            refused(owner, "HOLD_VERSION", version, other);
            forced(owner, "HOLD_VERSION", version, other);
            assertEquals(List.of(), see(other, "select id from hold_version where id = ?", version), other.alias());
            assertEquals(
                    List.of(), see(other, "select id from hold_account where version_id = ?", version), other.alias());
        }
        assertEquals(
                1, see(fiu, "select id from hold_version where id = ?", version).size());
        assertEquals(
                1,
                see(owner, "select id from hold_version where id = ?", version).size());
    }

    @Test
    void aHoldThatIsAskedGoesToItsInstitutionAlone() throws SQLException {
        UUID version = version(new HoldSteps().requested(HoldSteps.halt(bank, HoldSteps.anyAccount())));
        readByNobodyElse(version, fiu);
        assertEquals(
                1,
                see(bank, "select id from hold_version where id = ?", version).size());
        // whatever the file says of its other side
        for (Institution other : others) {
            otherSide(version, other);
            refused(fiu, "HOLD_VERSION", version, other);
        }
    }

    @Test
    void aHoldThatIsToldGoesToTheFiuAlone() throws SQLException {
        UUID postponed = version(HoldSteps.postponed(bank, HoldSteps.anyAccount()));
        readByNobodyElse(postponed, bank);
        UUID ordered = version(HoldSteps.recorded(agency, bank, HoldSteps.anyAccount()));
        readByNobodyElse(ordered, agency);
        // not even to the institution whose accounts they are
        otherSide(ordered, bank);
        refused(agency, "HOLD_VERSION", ordered, bank);
        forced(agency, "HOLD_VERSION", ordered, bank);
        assertEquals(List.of(), see(bank, "select id from hold_version where id = ?", ordered));
    }

    private static void otherSide(UUID version, Institution other) {
        Database.updateAsSuperuser(
                "update hold set counterparty = ? where id = (select hold_id from hold_version where id = ?)",
                other.id(),
                version);
    }
}
