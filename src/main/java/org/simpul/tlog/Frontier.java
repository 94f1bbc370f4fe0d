package org.simpul.tlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The right edge of a growing tree: the roots of its complete subtrees, and nothing else. */
public final class Frontier {
    /** The smallest subtree first. */
    private final Deque<Hash> edge = new ArrayDeque<>();

    private long size;

    public void append(Hash leaf) {
        Hash hash = leaf;
        for (long bit = size; (bit & 1) == 1; bit >>= 1) {
            hash = Hash.node(edge.pop(), hash);
        }
        edge.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (edge.isEmpty()) {
            return Hash.EMPTY;
        }
        Iterator<Hash> hashes = edge.iterator();
        Hash root = hashes.next();
        while (hashes.hasNext()) {
            root = Hash.node(hashes.next(), root);
        }
        return root;
    }
}
