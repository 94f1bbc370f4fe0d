package org.simpul.participant;

import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.Permission;
import org.simpul.access.Role;

/** Who the caller is to the hub, and what it may do. */
record Me(
        UUID personId,
        String login,
        Institution participant,
        List<String> roles,
        List<String> permissions,
        int assurance) {

    record Institution(UUID id, String alias, String name, String kind) {}

    static Me from(Caller caller, String institution) {
        return new Me(
                caller.person(),
                caller.name(),
                new Institution(
                        caller.participantId(),
                        caller.participantAlias(),
                        institution,
                        caller.kind().name()),
                caller.roles().stream().map(Role::text).sorted().toList(),
                java.util.Arrays.stream(Permission.values())
                        .filter(permission -> permission == Permission.SELF_READ || caller.may(permission))
                        .map(Permission::text)
                        .toList(),
                caller.assurance());
    }
}
