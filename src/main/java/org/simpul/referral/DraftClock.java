package org.simpul.referral;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.SystemActor;

/** Looks for drafts that lie untouched: their institution is warned, and later they expire. */
@ApplicationScoped
class DraftClock {
    private static final String NAME = "draft-clock";

    private final AgroalDataSource database;
    private final ParticipantDirectory participants;
    private final SystemActor actor;
    private final DraftExpiry expiry;
    private final DraftConfig config;
    private final InstantSource clock;

    DraftClock(
            AgroalDataSource database,
            ParticipantDirectory participants,
            SystemActor actor,
            DraftExpiry expiry,
            DraftConfig config,
            InstantSource clock) {
        this.database = database;
        this.participants = participants;
        this.actor = actor;
        this.expiry = expiry;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = NAME,
            every = "${simpul.referral.drafts-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        look();
    }

    /** Each institution's for itself. */
    void look() {
        Map<UUID, List<Lying>> lying = lying().stream().collect(Collectors.groupingBy(Lying::owner));
        participants.byId(lying.keySet()).values().forEach(owner -> look(owner, lying.get(owner.id())));
    }

    private void look(Member owner, List<Lying> lying) {
        if (participants.admitted(owner.alias()).isPresent()) {
            actor.each(NAME, owner, ids(lying, draft -> !draft.warned()), expiry::warn);
            actor.each(NAME, owner, ids(lying, draft -> draft.warned() && draft.ends()), expiry::expire);
        } else {
            ids(lying, Lying::warned).forEach(this::forgetWarning);
        }
    }

    private static List<UUID> ids(List<Lying> lying, Predicate<Lying> which) {
        return lying.stream().filter(which).map(Lying::id).toList();
    }

    /** An institution that cannot touch its drafts loses none: once it is back, it is warned anew. */
    private void forgetWarning(UUID draft) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement update = connection.prepareStatement(
                            "update referral set warned_at = null where id = ? and status = 'DRAFT'")) {
                role.execute("set local role simpul_clock");
                update.setObject(1, draft);
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("a warning cannot be taken back: SQL state " + e.getSQLState());
            }
        });
    }

    /**
     * Untouched until shortly before its end, or longer.
     *
     * @param ends whether its end has come, and the warning is old enough
     */
    private record Lying(UUID id, UUID owner, boolean warned, boolean ends) {}

    private List<Lying> lying() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Instant ends = now.minus(config.draftLives());
            List<Lying> lying = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    Statement role = connection.createStatement();
                    PreparedStatement select = connection.prepareStatement(
                            """
                            select id, owner, warned_at is not null,
                              touched_at <= ? and coalesce(warned_at <= ?, false)
                            from referral where status = 'DRAFT' and touched_at <= ? order by touched_at
                            """)) {
                role.execute("set local role simpul_clock");
                select.setObject(1, OffsetDateTime.ofInstant(ends, ZoneOffset.UTC));
                select.setObject(2, OffsetDateTime.ofInstant(now.minus(config.draftWarnedBefore()), ZoneOffset.UTC));
                select.setObject(3, OffsetDateTime.ofInstant(ends.plus(config.draftWarnedBefore()), ZoneOffset.UTC));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        lying.add(new Lying(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getBoolean(3),
                                rows.getBoolean(4)));
                    }
                }
            }
            return lying;
        });
    }
}
