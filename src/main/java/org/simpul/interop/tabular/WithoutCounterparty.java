package org.simpul.interop.tabular;

/** What is done about an entry of a statement that names no other account, such as a fee. */
public enum WithoutCounterparty {
    /** It is an error of the file. */
    REFUSE,
    /** It is left out and counted in the summary. */
    SKIP
}
