package org.simpul.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rooms below {@code participant} need to know of institutions. */
public interface ParticipantDirectory {

    /** A member as others may know it. */
    record Member(UUID id, String alias, String name, ParticipantKind kind) {}

    /** @return the domestic FIU; there is one */
    Member fiu();

    /** @return who runs the hub; empty before its bootstrap */
    Optional<Member> operator();

    Optional<Member> admitted(String alias);

    /** Admitted members of the kinds, in order of their names. */
    List<Member> admitted(Collection<ParticipantKind> kinds);

    /**
     * Admitted members of a kind, in order of their names.
     *
     * @param sector null for all
     * @param jurisdiction ISO 3166-1 alpha-2; null for all
     */
    List<Member> admitted(ParticipantKind kind, @Nullable String sector, @Nullable String jurisdiction);

    /** Those of the ids that are admitted members, in order of their names. */
    List<Member> admittedOf(Collection<UUID> ids);

    Map<UUID, Member> byId(Collection<UUID> ids);
}
