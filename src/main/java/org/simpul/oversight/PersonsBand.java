package org.simpul.oversight;

/** How many people's data are concerned, as far as known. */
enum PersonsBand {
    UNKNOWN,
    NONE,
    UP_TO_10,
    UP_TO_100,
    UP_TO_1000,
    MORE_THAN_1000
}
