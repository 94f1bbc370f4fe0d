package org.simpul.sharing;

import java.util.UUID;

/** What a disclosure names: one immutable version and its owner. */
public record SharedVersion(ObjectKind kind, UUID id, UUID owner) {}
