package org.simpul.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.simpul.safeguard.KeysetFile;

/** A real PostgreSQL with the roles of production, and keys of this run: a pair that signs
 * the test tokens, and one for protected subjects. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static EmbeddedPostgres postgres;
    private static Path keysetFile;
    private static Path entriesFile;

    @Override
    public Map<String, String> start() {
        try {
            // made for tests, it is not durable; a benchmark asks for what production has
            String durable = Boolean.getBoolean("simpul.durable") ? "on" : "off";
            postgres = EmbeddedPostgres.builder()
                    // counts the statements of a use case, without what they cause inside
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("full_page_writes", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .start();
            createDatabase("simpul");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", url("simpul"));
        config.put("quarkus.datasource.password", "app");
        config.put("quarkus.liquibase.password", "migrator");
        config.put("quarkus.datasource.session.password", "session");
        config.put("hub.issuer", Tokens.ISSUER);
        KeyPair keys = keyPair();
        config.put("mp.jwt.verify.publickey.location", "NONE");
        config.put("smallrye.jwt.key-format", "ANY");
        config.put("mp.jwt.verify.publickey", base64(keys.getPublic().getEncoded()));
        config.put("smallrye.jwt.sign.key", base64(keys.getPrivate().getEncoded()));
        config.put("simpul.outbox.every", "off");
        config.put("simpul.outbox.forget-every", "off");
        config.put("simpul.provisioning.every", "off");
        config.put("SIMPUL_PROVISIONER_SECRET", "no-keycloak-in-these-tests");
        // institutions' providers in tests are on this machine
        config.put("simpul.federation.trusted-hosts", "localhost");
        config.put("simpul.courier.every", "off");
        config.put("simpul.event-streams.every", "0.2s");
        // a stream is read to its end
        config.put("simpul.delivery.streams.lasts", "PT2S");
        config.put("simpul.delivery.webhook-hosts.\"*\"", "localhost,hooks.simpul.test,rebound.simpul.test");
        config.put("simpul.delivery.mail-domains.\"*\"", "mail.simpul.test");
        config.put("simpul.delivery.trusted-hosts", "localhost");
        config.put("simpul.delivery.patience", "PT4S");
        config.put("simpul.session.clean-every", "off");
        config.put("simpul.casework.notice-every", "off");
        config.put("simpul.casework.clock-every", "off");
        config.put("simpul.cases.remind-every", "off");
        config.put("simpul.urgency.look-every", "off");
        config.put("simpul.casework.quality-every", "off");
        config.put("simpul.referral.remind-every", "off");
        config.put("simpul.idempotency.forget-every", "off");
        config.put("simpul.interrupted-imports.every", "off");
        config.put("simpul.safeguard.rotate-every", "off");
        config.put("simpul.casework.compare-every", "off");
        config.put("simpul.casework.answers-every", "off");
        config.put("simpul.hold.clock-every", "off");
        config.put("simpul.identifier-lists.clock-every", "off");
        config.put("simpul.identifier-lists.sweep-every", "off");
        config.put("simpul.screening.clock-every", "off");
        if (!Boolean.getBoolean("simpul.durable")) {
            // a file of a few rows has several batches
            config.put("simpul.identifier-lists.batch-rows", "5");
            config.put("simpul.screening.batch-rows", "1000");
            config.put("simpul.screening.deleted-rows", "1000");
            config.put("simpul.screening.most-hits", "30000");
        }
        config.put("simpul.inquiry.clock-every", "off");
        config.put("simpul.matter.clock-every", "off");
        config.put("simpul.typology.review.clock-every", "off");
        config.put("simpul.statistics.at", "off");
        config.put("simpul.oversight.breach-clock-every", "off");
        config.put("simpul.oversight.anomalies-every", "off");
        config.put("simpul.audit.export.rows", "2500");
        config.put("simpul.retention.purge-every", "off");
        config.put("simpul.retention.review-every", "off");
        config.put("simpul.interest.clock-every", "off");
        config.put("simpul.referral.drafts-every", "off");
        // the embedded server runs without fsync
        config.put("simpul.database.require-durable", "false");
        config.put("simpul.safeguard.keyset-file", newKeysetFile().toString());
        config.put("simpul.audit.log.entries-file", newEntriesFile().toString());
        config.put("simpul.audit.log.publish-every", "off");
        config.put("simpul.audit.log.witness-every", "off");
        config.put("simpul.audit.log.trusted-hosts", "localhost");
        config.putAll(Witnesses.start());
        return config;
    }

    @Override
    public void stop() {
        Witnesses.stop();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keyset that the hub of this run reads, and reads again when its keys are rotated. */
    public static Path keysetFile() {
        return keysetFile;
    }

    private static Path newKeysetFile() {
        try {
            keysetFile = Files.createTempDirectory("keyset").resolve("keyset.json");
            KeysetFile.create(keysetFile);
            return keysetFile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the hub of this run writes down its audit entries for another host. */
    public static Path entriesFile() {
        return entriesFile;
    }

    private static Path newEntriesFile() {
        try {
            entriesFile = Files.createTempFile("entries", "");
            return entriesFile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the database keeps its files: tables, write-ahead log, temporary files. */
    public static Path dataDirectory() {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A superuser's connection, for what only the test may do. */
    public static Connection superuser() throws SQLException {
        return postgres.getDatabase("postgres", "simpul").getConnection();
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }

    private static void createDatabase(String name) throws IOException {
        String roles = Files.readString(Path.of("deploy", "roles.sql"));
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        try (Connection admin = postgres.getDatabase("postgres", name).getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(roles);
            statement.execute("alter role simpul_app password 'app'");
            statement.execute("alter role simpul_migrator password 'migrator'");
            statement.execute("alter role simpul_session password 'session'");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
