package org.simpul.access;

import java.util.UUID;

/** Where {@link PurposeRule} asks for an agency's matters. */
public interface MatterDirectory {

    /** @return whether the agency has a registered matter of this number that has not expired */
    boolean isLive(UUID agency, String caseReference);

    /** The same; and it is not closed before the caller's transaction ends. */
    boolean keepLive(UUID agency, String caseReference);
}
