package org.simpul.delivery;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class OutgoingRepository implements PanacheRepositoryBase<Outgoing, UUID> {
    /** One for each target, the urgent first; who is busy waits, and holds up nobody else. */
    private static final String CLAIM =
            """
            update outgoing o set next_at = ?
            where o.id in (
              select d.id from outgoing d
              join (select w.id, row_number() over (partition by w.target order by w.urgent desc, w.next_at, w.id) as turn
                    from outgoing w where w.state = 'WAITING' and w.next_at <= ? and (w.webhook_id is not null) = ?
                      and w.target <> all(?)) due on due.id = d.id and due.turn = 1
              where d.state = 'WAITING' and d.next_at <= ?
              order by d.urgent desc, d.next_at limit ? for update of d skip locked)
            returning o.id, o.owner, o.target, o.personal
            """;

    private final AgroalDataSource database;

    OutgoingRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** One that is due. */
    record Claim(UUID id, UUID owner, UUID target, boolean personal) {}

    /**
     * Takes what is due, of all institutions, in a transaction of its own. A crash afterwards only delays it.
     *
     * @param busy targets that are left out
     * @param lease after which it is due again if nobody tells how it ended
     */
    List<Claim> claim(boolean webhooks, Collection<UUID> busy, int most, Instant now, Duration lease) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                role.execute("set local role simpul_dispatcher");
                claim.setObject(1, OffsetDateTime.ofInstant(now.plus(lease), ZoneOffset.UTC));
                claim.setObject(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                claim.setBoolean(3, webhooks);
                claim.setArray(4, connection.createArrayOf("uuid", busy.toArray()));
                claim.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                claim.setInt(6, most);
                return claims(claim);
            }
        });
    }

    /** Of an institution that nothing can be done for now; it costs no try. */
    void putOff(UUID id, Instant until) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement later =
                            connection.prepareStatement("update outgoing set next_at = ? where id = ?")) {
                role.execute("set local role simpul_dispatcher");
                later.setObject(1, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
                later.setObject(2, id);
                later.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<Claim> claims(PreparedStatement claim) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                claims.add(new Claim(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4)));
            }
        }
        return claims;
    }

    Optional<Outgoing> hold(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Outgoing o where o.id = :id and " + scope.owned("o"), Outgoing.class)
                        .setParameter("id", id))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<Outgoing> dead(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Outgoing o where o.state = org.simpul.delivery.OutgoingState.DEAD and o.id < :before"
                                        + " and " + scope.owned("o") + " order by o.id desc",
                                Outgoing.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
