package org.simpul.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One category of a quarter.
 *
 * @param count a multiple of five; null where it is not shown, whether there are few, or none, or it stands for others
 */
@Schema(name = "CategoryCount")
public record CategoryCount(String category, @Nullable Integer count) {}
