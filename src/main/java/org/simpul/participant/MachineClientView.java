package org.simpul.participant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A machine that acts for the institution.
 *
 * @param clientId what it calls itself at the token endpoint
 * @param keys its public keys
 * @param lastUsedAt when it last asked the hub for something, to the minute; null when it never did
 * @param revokedAt null while it lives
 */
@Schema(name = "MachineClient")
public record MachineClientView(
        UUID id,
        String clientId,
        String name,
        List<String> roles,
        KeySet keys,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        boolean provisioned,
        @JsonIgnore long revision) {

    static MachineClientView from(MachineClient machine) {
        return new MachineClientView(
                machine.id,
                machine.clientId,
                machine.name,
                List.of(machine.roles),
                PublicKeys.read(machine.keys),
                machine.createdAt,
                machine.lastUsedAt,
                machine.revokedAt,
                machine.provisionedRevision >= machine.revision,
                machine.revision);
    }
}
