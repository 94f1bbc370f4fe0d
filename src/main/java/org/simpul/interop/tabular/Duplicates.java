package org.simpul.interop.tabular;

/** What is done about a row that is equal to an earlier one of the same file in everything. */
public enum Duplicates {
    /** It is taken, since a statement can hold two equal payments, and counted in the summary. */
    COUNT,
    /** It is an error: for files whose rows carry something that tells two payments apart. */
    REFUSE
}
