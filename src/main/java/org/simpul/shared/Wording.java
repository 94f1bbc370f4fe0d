package org.simpul.shared;

/** Words for what a person reads beside a code, in the language that the request asks for. */
public interface Wording {
    /**
     * @param code key under {@code violation.} in {@code problems_*.properties}
     * @return what to do next, Indonesian where no language is asked for
     */
    String violation(String code);
}
