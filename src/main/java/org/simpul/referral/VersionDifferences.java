package org.simpul.referral;

import java.util.List;

/**
 * What one version says otherwise than another one.
 *
 * @param changes in the order of the fields' paths
 * @param transactions as counts: a transaction that was changed is one removed and one added
 */
public record VersionDifferences(int from, int to, List<FieldChange> changes, Transactions transactions) {

    /** Compared by all that a transaction says; one whose party was masked later counts as changed. */
    public record Transactions(long added, long removed) {}
}
