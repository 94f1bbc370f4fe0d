package org.simpul.typology.review;

import java.util.List;
import java.util.UUID;
import org.simpul.typology.TypologyContent;

/**
 * A draft that is to be reviewed.
 *
 * @param writtenBy who can't review it
 */
public record Reviewed(
        UUID typologyId, UUID versionId, UUID owner, int number, TypologyContent content, List<UUID> writtenBy) {}
