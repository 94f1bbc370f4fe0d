package org.simpul.participant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /**
     * What a verified token says.
     *
     * @param subject {@code <alias>:<subject at the institution>}, given by the hub's realm at brokering
     * @param provider identity provider that the person came through; empty for a machine client
     * @param roles the hub's roles that it carries
     * @param signedInAt when the person last gave a factor; null for a machine client
     */
    record Presented(
            String alias,
            String subject,
            String login,
            String provider,
            String client,
            List<String> roles,
            @Nullable Instant signedInAt) {}

    /** An institution, and the person or the machine client that acts for it, as far as the hub knows one. */
    record Found(
            UUID participantId,
            String alias,
            ParticipantKind kind,
            boolean admitted,
            Set<String> allowedRoles,
            @Nullable UUID personId,
            boolean human,
            boolean switchedOn) {

        boolean isActive() {
            return admitted && personId != null && switchedOn;
        }

        boolean counts(Role role) {
            return role.countsUnder(kind) && allowedRoles.contains(role.text()) && (human || role.isForMachines());
        }

        /** A machine gives one factor, its key, whatever its token says. */
        Caller caller(String login, Set<Role> roles, int assurance, String client) {
            int given = human ? assurance : 1;
            return new Caller(personId, human, login, participantId, alias, kind, roles, null, null, given, client);
        }
    }

    /** @return empty when the token names no institution of ours, or not the one whose provider the person came through */
    @Transactional
    @NotAudited("runs before each request, which is audited itself")
    Optional<Found> identify(Presented presented) {
        try (Connection connection = database.getConnection();
                PreparedStatement identify =
                        connection.prepareStatement("select * from simpul_identify(?, ?, ?, ?, ?, ?, ?, ?)")) {
            identify.setString(1, presented.alias());
            identify.setString(2, presented.subject());
            identify.setString(3, presented.login());
            identify.setString(4, presented.provider());
            identify.setString(5, presented.client());
            identify.setArray(
                    6, connection.createArrayOf("text", presented.roles().toArray()));
            identify.setObject(
                    7,
                    presented.signedInAt() == null
                            ? null
                            : OffsetDateTime.ofInstant(presented.signedInAt(), ZoneOffset.UTC));
            identify.setObject(8, Ids.next());
            try (ResultSet row = identify.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Found(
                        row.getObject("participant_id", UUID.class),
                        presented.alias(),
                        ParticipantKind.valueOf(row.getString("kind")),
                        "ADMITTED".equals(row.getString("participant_status")),
                        texts(row.getArray("allowed_roles")),
                        row.getObject("person_id", UUID.class),
                        !"MACHINE".equals(row.getString("person_kind")),
                        "ACTIVE".equals(row.getString("person_status"))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell who this is", e);
        }
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
