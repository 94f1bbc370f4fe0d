package org.simpul.shared;

import java.util.UUID;

/**
 * Asked before a request that was sent again is answered again: what one no longer sees is not told of once more. Runs in
 * the transaction and for the caller of the repetition.
 */
public interface ReplayGuard {

    /** @return name of its objects in paths, e.g. {@code referrals} */
    String collection();

    /**
     * @param id of an object that the request went to, or that it made
     * @return whether the caller sees it now
     */
    boolean isSeen(UUID id);
}
