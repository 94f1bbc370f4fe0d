package org.simpul.typology;

/** How far a red flag's source was checked: at the publisher, through others, or practitioners' background. */
public enum Verification {
    VERIFIED,
    SECONDARY,
    BACKGROUND
}
