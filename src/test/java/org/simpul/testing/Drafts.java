package org.simpul.testing;

import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.simpul.shared.Ids;
import org.simpul.shared.Reference;
import org.simpul.testing.Institutions.Institution;

import static io.restassured.RestAssured.given;

/** Referrals in draft, written down without the steps that lead to one. */
public final class Drafts {
    private Drafts() {}

    /** A draft and its open version. */
    public record Draft(UUID referral, UUID version, UUID owner) {}

    /** A draft of the institution with one person on its team. */
    public static Draft of(Institution institution, Person member) {
        Draft draft = new Draft(Ids.next(), Ids.next(), institution.id());
        UUID person = id(member);
        execute(
                "insert into referral (id, owner, reference, status, created_by, created_at, revision)"
                        + " values (?, ?, ?, 'DRAFT', ?, now(), 1)",
                draft.referral(),
                draft.owner(),
                Reference.random("R"),
                person);
        execute(
                "insert into referral_member values (?, ?, ?, ?, now())",
                draft.referral(),
                draft.owner(),
                person,
                person);
        execute(
                """
                insert into referral_version (id, owner, referral_id, reference, number, urgency, tlp, pap, no_media,
                  written_by)
                values (?, ?, ?, ?, 1, 'P2', 'TLP:AMBER', 'PAP:RED', true, '{}')
                """,
                draft.version(),
                draft.owner(),
                draft.referral(),
                Reference.random("R"));
        return draft;
    }

    /** Our id of a person, who signs in for it. */
    public static UUID id(Person person) {
        given().auth()
                .oauth2(Tokens.of(person))
                .accept(ContentType.JSON)
                .get("/api/v1/me")
                .then()
                .statusCode(200);
        return (UUID) value("select id from person where subject = ?", person.organization() + ":" + person.subject());
    }

    public static void seal(Draft draft) {
        execute(
                "update referral_version set sealed_at = now(), handed_over_by = gen_random_uuid(),"
                        + " approved_by = gen_random_uuid(), digest = repeat('0', 64) where id = ?",
                draft.version());
        execute("update referral set status = 'SUBMITTED', submitted_number = 1 where id = ?", draft.referral());
    }

    public static long count(String sql, Object... values) {
        return (Long) value("select count(*) " + sql, values);
    }

    public static Object value(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, values);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
