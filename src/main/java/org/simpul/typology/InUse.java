package org.simpul.typology;

import java.util.UUID;

/** A published version of a typology that is not retired, as the rooms below name it. */
public record InUse(UUID versionId, UUID owner) {}
