package org.simpul.tlog;

import java.util.List;

/** The verification of proofs, step by step as RFC 9162 has it. */
public final class Proof {
    /** More hashes than any tree of less than 2^63 leaves needs. */
    static final int MOST = 63;

    private Proof() {}

    /** Whether the leaf stands at this index, from 0, of the tree of this size and root (section 2.1.3.2). */
    public static boolean includes(long index, Hash leaf, long size, Hash root, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long first = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                hash = Hash.node(sibling, hash);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether the newer tree begins with the leaves of the older one (section 2.1.4.2). Every tree begins with the empty
     * one; that, and a tree against itself, takes an empty path.
     */
    public static boolean grows(long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> path) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && oldRoot.equals(newRoot) && (oldSize > 0 || oldRoot.equals(Hash.EMPTY));
        }
        if (oldSize == 0) {
            return path.isEmpty() && oldRoot.equals(Hash.EMPTY);
        }
        boolean whole = (oldSize & (oldSize - 1)) == 0;
        if (path.isEmpty()) {
            return false;
        }
        long first = oldSize - 1;
        long last = newSize - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            last >>= 1;
        }
        Hash older = whole ? oldRoot : path.get(0);
        Hash newer = older;
        for (Hash sibling : whole ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                older = Hash.node(sibling, older);
                newer = Hash.node(sibling, newer);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                newer = Hash.node(newer, sibling);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
    }
}
