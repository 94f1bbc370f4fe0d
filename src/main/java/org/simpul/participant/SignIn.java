package org.simpul.participant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;

/** Finds the institution and the person behind a verified token, in one round trip. */
@ApplicationScoped
public class SignIn {
    private final AgroalDataSource database;

    SignIn(AgroalDataSource database) {
        this.database = database;
    }

    /** An admitted institution and an active person of it. */
    record Found(
            UUID participantId,
            String alias,
            ParticipantKind kind,
            String identityProvider,
            Set<String> allowedRoles,
            UUID personId) {

        /** People come through their own institution's identity provider, or through none where it has none. */
        boolean cameThrough(String provider) {
            return identityProvider.equals(provider);
        }

        boolean counts(Role role) {
            return role.countsUnder(kind) && allowedRoles.contains(role.text());
        }

        Caller caller(String login, Set<Role> roles, int assurance, String client) {
            return new Caller(personId, login, participantId, alias, kind, roles, null, null, assurance, client);
        }
    }

    /**
     * @param subject the token's {@code sub}
     * @param provider identity provider that the person came through; empty for none
     * @return empty when the institution is not admitted, or the person is another one's or switched off
     */
    @Transactional
    @NotAudited("runs before each request, which is audited itself")
    Optional<Found> identify(String alias, String subject, String login, String provider) {
        try (Connection connection = database.getConnection();
                PreparedStatement identify =
                        connection.prepareStatement("select * from simpul_identify(?, ?, ?, ?, ?)")) {
            identify.setString(1, alias);
            identify.setString(2, subject);
            identify.setString(3, login);
            identify.setString(4, provider);
            identify.setObject(5, Ids.next());
            try (ResultSet row = identify.executeQuery()) {
                if (!row.next()
                        || !"ADMITTED".equals(row.getString("participant_status"))
                        || !"ACTIVE".equals(row.getString("person_status"))) {
                    return Optional.empty();
                }
                String bound = row.getString("identity_provider");
                return Optional.of(new Found(
                        row.getObject("participant_id", UUID.class),
                        alias,
                        ParticipantKind.valueOf(row.getString("kind")),
                        bound == null ? "" : bound,
                        texts(row.getArray("allowed_roles")),
                        row.getObject("person_id", UUID.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell who this is", e);
        }
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
