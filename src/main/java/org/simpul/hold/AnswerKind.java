package org.simpul.hold;

/** What an institution did. */
public enum AnswerKind {
    EXECUTED,
    REFUSED,
    RELEASED
}
