package org.simpul.inquiry.rfi;

/** What an agency did with an answer, told to the FIU. */
public enum AnswerUse {
    LED_TO_A_PERSON,
    USED_IN_INVESTIGATION,
    USED_IN_PROCEEDINGS,
    KNOWN_BEFORE,
    NOT_USED
}
