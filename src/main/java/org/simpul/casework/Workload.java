package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one colleague has in hand. Of restricted cases, only what the caller sees is counted.
 *
 * @param login of a colleague
 * @param intakes taken, and waiting for a decision or to be read
 * @param overdueIntakes of them, those that are late
 * @param cases open ones on whose team it is
 * @param tasks open ones
 * @param overdueTasks of them, those that are late
 */
@Schema(name = "Workload")
public record Workload(
        @Nullable String login, long intakes, long overdueIntakes, long cases, long tasks, long overdueTasks) {}
