package org.simpul.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.MatterDirectory;
import org.simpul.access.Purpose;
import org.simpul.access.Role;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Leaf;

/**
 * Writes what happened (R6). The entry commits with the act: if it can't be written, the act fails. It holds no names
 * of subjects, no values and no victim data; a detail and the owner of the object go in as their digests only: whoever
 * acted may open the entry, and need not know either. Once it is committed, its leaf is the receipt in the answer.
 */
@ApplicationScoped
public class AuditLog {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String INSERT =
            """
            insert into audit_entry (id, at, person_id, actor, participant_id, roles, client, act, object_kind, object_id,
              object_owner, purpose, case_reference, outcome, request_id, detail_digest, payload, nonce, detail_key, told)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource database;
    private final CurrentCaller current;
    private final MatterDirectory matters;
    private final RequestId requestId;
    private final TransactionSynchronizationRegistry transactions;
    private final InstantSource clock;

    AuditLog(
            AgroalDataSource database,
            CurrentCaller current,
            MatterDirectory matters,
            RequestId requestId,
            TransactionSynchronizationRegistry transactions,
            InstantSource clock) {
        this.matters = matters;
        this.database = database;
        this.current = current;
        this.requestId = requestId;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records what the current caller did, in the running transaction. */
    public void record(Act act, AuditedObject object) {
        record(act, object, null);
    }

    /** @param detail what shall be provable later without being readable, e.g. the number of rows; may be null */
    public void record(Act act, AuditedObject object, @Nullable String detail) {
        insert(current.get(), act.text(), object, Outcome.ALLOWED, detail, true);
    }

    /** Records what whoever acted must not learn: without a receipt, and opened for others alone. */
    public void recordUntold(Act act, AuditedObject object) {
        insert(current.get(), act.text(), object, Outcome.ALLOWED, null, false);
    }

    /**
     * Records a refusal in a transaction of its own, after the refused one has been rolled back; the same for what is
     * hidden and for what is absent.
     *
     * @param act what was tried, e.g. the operation's id
     */
    public void denied(String act, AuditedObject object, @Nullable String detail) {
        Optional<Caller> caller = current.find();
        QuarkusTransaction.requiringNew()
                .run(() -> insert(caller.orElse(null), act, object, Outcome.DENIED, detail, true));
    }

    private void insert(
            @Nullable Caller caller,
            String act,
            AuditedObject object,
            Outcome outcome,
            @Nullable String detail,
            boolean told) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Ids.next();
        byte[] nonce = random();
        byte[] detailKey = random();
        UUID person = caller == null ? null : caller.personId();
        String actor = caller == null ? "unknown" : caller.personId() == null ? "system:" + caller.name() : "person";
        UUID participant = caller == null ? null : caller.participantId();
        String[] roles = caller == null
                ? new String[0]
                : caller.roles().stream().map(Role::text).sorted().toArray(String[]::new);
        String client = caller == null ? "unknown" : caller.client();
        Purpose purpose = caller == null ? null : caller.purpose();
        String caseReference = caller == null ? null : matterOf(caller);
        String digest = detail == null ? null : keyedDigest(detailKey, detail);

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("at", at);
        fields.put("person_id", person);
        fields.put("actor", actor);
        fields.put("participant_id", participant);
        fields.put("roles", String.join(" ", roles));
        fields.put("client", client);
        fields.put("act", act);
        fields.put("object_kind", object.kind());
        fields.put("object_id", object.id());
        fields.put(
                "object_owner_digest",
                object.owner() == null
                        ? null
                        : keyedDigest(detailKey, object.owner().toString()));
        fields.put("purpose", purpose);
        fields.put("case_reference", caseReference);
        fields.put("outcome", outcome);
        fields.put("request_id", requestId.get());
        fields.put("detail_digest", digest);
        String payload = canonical(fields);

        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setObject(3, person);
            insert.setString(4, actor);
            insert.setObject(5, participant);
            insert.setArray(6, connection.createArrayOf("text", roles));
            insert.setString(7, client);
            insert.setString(8, act);
            insert.setString(9, object.kind());
            insert.setObject(10, object.id());
            insert.setObject(11, object.owner());
            insert.setString(12, purpose == null ? null : purpose.name());
            insert.setString(13, caseReference);
            insert.setString(14, outcome.name());
            insert.setString(15, requestId.get());
            insert.setString(16, digest);
            insert.setString(17, payload);
            insert.setBytes(18, nonce);
            insert.setBytes(19, detailKey);
            insert.setBoolean(20, told);
            insert.executeUpdate();
            if (told) {
                receipt(Leaf.of(at, nonce, payload).hash());
            }
        } catch (SQLException e) {
            Problem unavailable = Problem.of(ProblemType.UNAVAILABLE);
            unavailable.addSuppressed(e);
            throw unavailable;
        }
    }

    /** An entry whose transaction is rolled back never was, and is no receipt. */
    private void receipt(Hash leaf) {
        RequestId.Trace trace = requestId.trace();
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            trace.add(leaf);
        } else if (status == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(whenCommitted(() -> trace.add(leaf)));
        }
    }

    private static Synchronization whenCommitted(Runnable step) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    step.run();
                }
            }
        };
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What a caller writes in the header may be a name; the number of a live matter is what a supervisor registered. */
    private @Nullable String matterOf(Caller caller) {
        String reference = caller.caseReference();
        return reference != null && matters.isLive(caller.participantId(), reference) ? reference : null;
    }

    /** RFC 8785 over the entry's fields; null fields are left out. */
    private static String canonical(Map<String, Object> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> {
            if (value != null) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(name)
                        .append("\":\"");
                value.toString()
                        .chars()
                        .forEach(c -> json.append(
                                c < 0x20 || c > 0x7e || c == '"' || c == '\\'
                                        ? String.format("\\u%04x", c)
                                        : String.valueOf((char) c)));
                json.append('"');
            }
        });
        try {
            return new JsonCanonicalizer(json.append('}').toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** HMAC-SHA256 under a key of this entry alone: details are so few that a plain digest could be guessed. */
    private static String keyedDigest(byte[] key, String detail) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(detail.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
