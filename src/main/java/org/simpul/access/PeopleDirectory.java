package org.simpul.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the other rooms need to know of the people of the caller's own institution. */
public interface PeopleDirectory {

    /** @return ids of active people who have signed in once, by login; whoever is unknown is left out */
    Map<String, UUID> active(UUID participant, Collection<String> logins);

    /** @return logins of people of the institution */
    Map<UUID, String> logins(UUID participant, Collection<UUID> people);

    /**
     * @return what a person or a machine of the institution last came with, as far as it counts now; none for whoever is
     *     switched off or unknown, and for all while the institution is not admitted
     */
    Set<Role> roles(UUID participant, UUID person);
}
