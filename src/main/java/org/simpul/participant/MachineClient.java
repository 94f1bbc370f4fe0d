package org.simpul.participant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/**
 * A machine that acts for an institution, under the same id as the person that it is to the hub. {@code revision} moves
 * with each change that Keycloak must follow.
 */
@Entity
class MachineClient {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    String clientId;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String[] roles;

    /** A JSON Web Key Set of public keys, as {@link PublicKeys} made it. */
    @ColumnTransformer(write = "cast(? as jsonb)")
    String keys;

    @Column(updatable = false)
    UUID createdBy;

    @Column(updatable = false)
    Instant createdAt;

    /** Set by the database alone. */
    @Nullable
    @Column(insertable = false, updatable = false)
    Instant revokedAt;

    /** To the minute; set by the database at sign-in. */
    @Nullable
    @Column(insertable = false, updatable = false)
    Instant lastUsedAt;

    long revision = 1;

    @Column(insertable = false, updatable = false)
    long provisionedRevision;

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** @throws Problem STATE_CONFLICT when it is revoked */
    void rotate(String newKeys) {
        if (isRevoked()) {
            throw Problem.stateConflict("machine_revoked");
        }
        keys = newKeys;
        revision++;
    }
}
