package org.simpul.oversight;

/** What looks odd in what somebody did; it says that it is worth a question, and nothing more. */
enum AnomalyRule {
    /** Searched for the address or user name that one signs in with. */
    OWN_IDENTIFIER_SEARCHED,
    /** Read, compared or took out more objects that may name persons, within one hour, than work takes. */
    MANY_OBJECTS_READ,
    /** Searched, and the institution never used it under the same matter; where there is none, the person never did. */
    SEARCHED_WITHOUT_USE,
    /** Read persons outside of working hours, neither on duty nor about a P1. */
    OUT_OF_HOURS
}
