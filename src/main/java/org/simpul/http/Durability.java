package org.simpul.http;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A report that was taken must survive a power cut: the hub does not work on a database that may lose it. */
@Readiness
@ApplicationScoped
public class Durability implements HealthCheck {
    private final AgroalDataSource database;
    private final Rule rule;

    Durability(AgroalDataSource database, Rule rule) {
        this.database = database;
        this.rule = rule;
    }

    /** What the hub asks of its database. */
    @ConfigMapping(prefix = "simpul.database")
    public interface Rule {
        /** Whether PostgreSQL must be set to lose nothing; off for throw-away databases only. */
        @WithDefault("true")
        boolean requireDurable();
    }

    void start(@Observes StartupEvent start) throws SQLException {
        String off = off();
        if (rule.requireDurable() && !off.isEmpty()) {
            throw new IllegalStateException("PostgreSQL may lose what it has confirmed: switch on " + off
                    + ", or set simpul.database.require-durable=false for a database whose content does not matter");
        }
    }

    @Override
    public HealthCheckResponse call() {
        try {
            String off = off();
            return HealthCheckResponse.named("durable database")
                    .status(!rule.requireDurable() || off.isEmpty())
                    .withData("off", off)
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.down("durable database");
        }
    }

    /** @return the settings that are off, separated by commas; empty when nothing can be lost */
    private String off() throws SQLException {
        StringJoiner off = new StringJoiner(", ");
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement("select current_setting(?)")) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                ask.setString(1, setting);
                try (ResultSet row = ask.executeQuery()) {
                    row.next();
                    if (row.getString(1).equals("off")) {
                        off.add(setting);
                    }
                }
            }
        }
        return off.toString();
    }
}
