package org.simpul.identifier.sighting;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.Identifier;

/** How often an entry of ours was seen by all members together; never by whom, nor by how many. */
@Schema(name = "SightingSum")
record SightingSum(
        Identifier identifier, long seen, long falsePositive, long expired, LocalDate seenFrom, LocalDate seenUntil) {}
