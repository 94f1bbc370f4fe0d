package org.simpul.identifier.list;

/**
 * How many entries came, and how many of the same values, which have expired, gave way.
 *
 * @param stored that did not stand on the list
 * @param forgotten of those that gave way, what was never published
 * @param retired of those that gave way, what no edition has left out yet
 */
record Added(int stored, int forgotten, int retired) {

    /** By how much the list has grown. */
    int more() {
        return stored - forgotten - retired;
    }

    Added and(Added next) {
        return new Added(stored + next.stored, forgotten + next.forgotten, retired + next.retired);
    }
}
