package org.simpul.tlog;

import java.util.ArrayList;
import java.util.List;

/** The recursions of RFC 6962, section 2.1, word by word. */
final class Naive {
    private Naive() {}

    static Hash root(List<Hash> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY;
        }
        if (d.size() == 1) {
            return d.get(0);
        }
        int k = split(d.size());
        return Hash.node(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    static List<Hash> path(int m, List<Hash> d) {
        List<Hash> path = new ArrayList<>();
        if (d.size() == 1) {
            return path;
        }
        int k = split(d.size());
        if (m < k) {
            path.addAll(path(m, d.subList(0, k)));
            path.add(root(d.subList(k, d.size())));
        } else {
            path.addAll(path(m - k, d.subList(k, d.size())));
            path.add(root(d.subList(0, k)));
        }
        return path;
    }

    static List<Hash> proof(int m, List<Hash> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<Hash> d, boolean b) {
        List<Hash> proof = new ArrayList<>();
        if (m == d.size()) {
            if (!b) {
                proof.add(root(d));
            }
            return proof;
        }
        int k = split(d.size());
        if (m <= k) {
            proof.addAll(subproof(m, d.subList(0, k), b));
            proof.add(root(d.subList(k, d.size())));
        } else {
            proof.addAll(subproof(m - k, d.subList(k, d.size()), false));
            proof.add(root(d.subList(0, k)));
        }
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
