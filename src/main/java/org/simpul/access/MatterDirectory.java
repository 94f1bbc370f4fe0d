package org.simpul.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where {@link PurposeRule} asks for an agency's matters. */
public interface MatterDirectory {

    /** A matter that persons are read under now. */
    record LiveMatter(String offence, Instant expiresAt) {}

    /** @return whether the agency has a registered matter of this number that has not expired */
    boolean isLive(UUID agency, String caseReference);

    /** The same; and it is not closed before the caller's transaction ends. */
    boolean keepLive(UUID agency, String caseReference);

    /** @return empty where {@link #isLive} is false */
    Optional<LiveMatter> find(UUID agency, String caseReference);

    /** @return those of the numbers that are live */
    Set<String> live(UUID agency, Collection<String> caseReferences);
}
