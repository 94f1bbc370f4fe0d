package org.simpul.urgency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;

/** Finds, under the clock's own role, whose rows are due; each is then handled in its owner's name. */
@ApplicationScoped
public class DueOwners {
    private final AgroalDataSource database;
    private final ParticipantDirectory directory;
    private final InstantSource clock;

    DueOwners(AgroalDataSource database, ParticipantDirectory directory, InstantSource clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param sql selects owners for the time that is bound */
    public Collection<Member> of(String sql) {
        Set<UUID> owners = QuarkusTransaction.requiringNew().call(() -> {
            Set<UUID> found = new HashSet<>();
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                role.execute("set local role simpul_clock");
                select.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
        return directory.byId(owners).values();
    }
}
