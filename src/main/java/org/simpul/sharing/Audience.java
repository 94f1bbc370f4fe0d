package org.simpul.sharing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.ParticipantKind;

/**
 * To whom a version is disclosed.
 *
 * @param participants ids of institutions
 * @param communities all admitted institutions of these kinds, at reading time
 * @param persons ids of named persons, the only audience of TLP:RED
 * @param groups ids of working groups: whoever is inside at reading time
 */
public record Audience(
        List<UUID> participants, Set<ParticipantKind> communities, List<UUID> persons, List<UUID> groups) {

    public static Audience participant(UUID id) {
        return new Audience(List.of(id), Set.of(), List.of(), List.of());
    }

    public static Audience participants(List<UUID> ids) {
        return new Audience(List.copyOf(ids), Set.of(), List.of(), List.of());
    }

    public static Audience communities(Set<ParticipantKind> kinds) {
        return new Audience(List.of(), Set.copyOf(kinds), List.of(), List.of());
    }

    public static Audience persons(List<UUID> ids) {
        return new Audience(List.of(), Set.of(), List.copyOf(ids), List.of());
    }

    /** Whether everybody whom the other one names is named here as well. */
    public boolean includes(Audience other) {
        return participants.containsAll(other.participants)
                && communities.containsAll(other.communities)
                && persons.containsAll(other.persons)
                && groups.containsAll(other.groups);
    }
}
