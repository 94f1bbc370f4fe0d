package org.simpul.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.ParticipantDirectory.Member;

/** What the rooms above {@code participant} need to know of working groups; membership is followed at reading time. */
public interface WorkingGroupDirectory {

    /**
     * A group as its owner may know it.
     *
     * @param members admitted institutions that are inside now
     */
    record Group(UUID id, String name, List<Member> members) {}

    /** @return those that the institution owns; whatever it does not own is left out as if it were not there */
    Map<UUID, Group> owned(UUID owner, Collection<UUID> ids);

    /** Institutions that were inside a group of the owner's at some time from then until now, in whatever state they are. */
    Set<UUID> insideSince(UUID owner, UUID group, Instant since);
}
