package org.simpul.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tree over the first {@code size} leaves, and its proofs (RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1). */
public record Tree(Nodes nodes, long size) {
    public Tree {
        if (size < 0) {
            throw new IllegalArgumentException("size");
        }
    }

    public Hash root() throws IOException, TamperedException {
        return size == 0 ? Hash.EMPTY : range(0, size);
    }

    /** @throws IndexOutOfBoundsException if no such leaf is in the tree */
    public List<Hash> inclusion(long index) throws IOException, TamperedException {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException();
        }
        List<Hash> path = new ArrayList<>();
        include(index, 0, size, path);
        return path;
    }

    /** The proof that this tree begins with its first {@code older} leaves; empty for none and for all. */
    public List<Hash> consistency(long older) throws IOException, TamperedException {
        if (older < 0 || older > size) {
            throw new IndexOutOfBoundsException();
        }
        List<Hash> path = new ArrayList<>();
        if (older > 0 && older < size) {
            agree(older, 0, size, true, path);
        }
        return path;
    }

    private void include(long index, long from, long to, List<Hash> path) throws IOException, TamperedException {
        if (to - from == 1) {
            return;
        }
        long middle = from + left(to - from);
        if (index < middle) {
            include(index, from, middle, path);
            path.add(range(middle, to));
        } else {
            include(index, middle, to, path);
            path.add(range(from, middle));
        }
    }

    /** @param known whether the older root is the hash of just this range */
    private void agree(long older, long from, long to, boolean known, List<Hash> path)
            throws IOException, TamperedException {
        if (older == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        long middle = from + left(to - from);
        if (older <= middle) {
            agree(older, from, middle, known, path);
            path.add(range(middle, to));
        } else {
            agree(older, middle, to, false, path);
            path.add(range(from, middle));
        }
    }

    private Hash range(long from, long to) throws IOException, TamperedException {
        long width = to - from;
        if ((width & (width - 1)) == 0) {
            int level = Long.numberOfTrailingZeros(width);
            return nodes.at(level, from >> level);
        }
        long middle = from + left(width);
        return Hash.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below the width. */
    private static long left(long width) {
        return Long.highestOneBit(width - 1);
    }
}
