package org.simpul.hold;

/** What a version of a hold says. */
public enum VersionStep {
    REQUEST,
    EXTENSION,
    RELEASE
}
