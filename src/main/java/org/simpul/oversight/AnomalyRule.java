package org.simpul.oversight;

/** What looks odd in what somebody did; it says that it is worth a question, and nothing more. */
enum AnomalyRule {
    /** Searched for the address or user name that one signs in with. */
    OWN_IDENTIFIER_SEARCHED,
    /** Read more objects within one hour than work takes. */
    MANY_OBJECTS_READ,
    /** Searched, and the institution never used it in a request or a dissemination under the same matter. */
    SEARCHED_WITHOUT_USE,
    /** Read persons outside of working hours, neither on duty nor about a P1. */
    OUT_OF_HOURS
}
