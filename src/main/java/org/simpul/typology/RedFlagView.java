package org.simpul.typology;

import java.util.UUID;

/** A red flag as another room's object cites it: by the published version that it stands in. */
public record RedFlagView(UUID typologyVersionId, String typologyCode, int number, RedFlagContent redFlag) {}
