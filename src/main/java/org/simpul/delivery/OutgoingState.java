package org.simpul.delivery;

/** Where one sending stands. */
enum OutgoingState {
    WAITING,
    SENT,
    /** Every try has failed: a dead letter, shown to its owner. */
    DEAD,
    /** Not sent: when its turn came, its addressee was not to have it any more. */
    WITHDRAWN
}
