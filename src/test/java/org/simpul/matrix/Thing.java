package org.simpul.matrix;

/** What kind of object an operation names by the first id of its path. */
enum Thing {
    /** None: the operation names no object. */
    NOTHING,
    REFERRAL,
    TYPOLOGY,
    INTAKE,
    CASE,
    DISSEMINATION,
    PERSON,
    MACHINE_CLIENT,
    WORKING_GROUP
}
