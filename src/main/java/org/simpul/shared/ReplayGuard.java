package org.simpul.shared;

/**
 * Asked before a request that was sent again is answered again: what one no longer sees is not told of once more. Runs in
 * the transaction and for the caller of the repetition.
 */
public interface ReplayGuard {

    /**
     * @param path of the request, or of what it made
     * @throws Problem NOT_FOUND when the path leads to what is hidden from the caller now
     */
    void requireSeen(String path);
}
