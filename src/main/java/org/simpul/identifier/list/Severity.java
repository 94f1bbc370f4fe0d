package org.simpul.identifier.list;

/** Whether a row was refused for a finding. */
public enum Severity {
    ERROR,
    WARNING
}
