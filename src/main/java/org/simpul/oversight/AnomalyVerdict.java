package org.simpul.oversight;

/** What a review came to. */
enum AnomalyVerdict {
    EXPLAINED,
    FOLLOWED_UP
}
