package org.simpul.matrix;

/** What kind of object an operation names by the first id of its path. */
enum Thing {
    /** None: the operation names no object. */
    NOTHING,
    REFERRAL,
    TYPOLOGY,
    /** A draft as it is shown to reviewers. */
    REVIEW_COPY,
    /** One that has ended. */
    TYPOLOGY_ADOPTION,
    /** One that was declined; the FIU owns what it was proposed on. */
    RED_FLAG_PROPOSAL,
    INTAKE,
    CASE,
    DISSEMINATION,
    HOLD,
    /** A request for information, which is over. */
    RFI,
    /** One that was answered, and is over. */
    RFI_THREAD,
    LEAD,
    IDENTIFIER_LIST,
    /** One that has taken its file. */
    SCREENING_RUN,
    /** A declined proposal to correct an entry of a list. */
    IDENTIFIER_CORRECTION,
    /** An identifier that stands on no list of the FIU. */
    FALSE_POSITIVE,
    /** One with a foreign FIU, which has ended. */
    AGREEMENT,
    /** One that is closed. */
    MATTER,
    /** One that was declined. */
    RECALL,
    /** One whose deletion is confirmed. */
    RECALL_NOTICE,
    /** One that was denied. */
    CONSENT,
    /** One that was declined. */
    ONWARD_DISCLOSURE,
    /** An applicant whose admission waits. */
    PARTICIPANT,
    /** An applicant that has gone, whose admission was withdrawn. */
    FORMER_PARTICIPANT,
    PERSON,
    MACHINE_CLIENT,
    WORKING_GROUP,
    ALONE_ACT,
    UNMASKING,
    /** A proposal of the FIU; the list has no owner. */
    LEGAL_BASIS,
    /** One that its agency has withdrawn. */
    INTEREST,
    /** A switch of the pointer, which was declined. */
    POINTER_SWITCH,
    /** An entry of the FIU's exclusion list. */
    EXCLUSION,
    /** One that the overseer declined. */
    RETENTION_SCHEDULE,
    /** One that the overseer declined. */
    PURGE,
    /** One that was declined. */
    LEGAL_HOLD,
    NOTIFICATION,
    WEBHOOK,
    /** One that its institution has removed. */
    REMOVED_WEBHOOK,
    /** A sending, which has arrived. */
    SENDING,
    /** One that is defined; it has no owner. */
    STATISTIC,
    BREACH,
    /** One that was reviewed. */
    ANOMALY,
    /** An entry of the audit log, whose owner is who acted; overseers read all of them as their own. */
    AUDIT_ENTRY
}
