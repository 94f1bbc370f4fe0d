package org.simpul.casework;

/** What a recipient is told of something that it has, or gave on. */
public enum RecallNoticeKind {
    /** It is recalled, and is to be deleted. */
    RECALLED("delete_what_was_recalled"),
    /** There is a newer version, which whoever handed this one on may hand on as well. */
    SUPERSEDED("ask_for_the_newer_version"),
    /** What was handed on has a newer version. */
    HAND_ON_AGAIN("hand_on_the_newer_version");

    private final String instruction;

    RecallNoticeKind(String instruction) {
        this.instruction = instruction;
    }

    /** @return key of the words that say what to do */
    String instruction() {
        return instruction;
    }
}
