package org.simpul.identifier.list;

/**
 * How many entries left.
 *
 * @param drafted that were never published: it is as if they had not been added
 * @param published that leave with the next edition
 */
record Removed(int drafted, int published) {
    int all() {
        return drafted + published;
    }
}
