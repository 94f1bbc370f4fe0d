package org.simpul.sharing;

/**
 * Versions that can be restricted within their owner: the room that has them says which of its own rows of the ledger a
 * caller may see.
 */
public interface RestrictedVersions {

    ObjectKind kind();

    /** Whether it is restricted within whoever it was given to, as well. */
    default boolean isRestrictedWhereReceived() {
        return false;
    }

    /**
     * @param versionId an expression of the query, e.g. {@code d.objectId}
     * @return an HQL condition that holds for a version that the caller sees within its participant
     */
    String seenWithin(Visibility scope, String versionId);
}
