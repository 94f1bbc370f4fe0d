package org.simpul.oversight;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did how much in a quarter: acts of people and machines, without what they were done to.
 *
 * @param quarter e.g. {@code 2026-Q1}, in the hub's time zone
 * @param lines one for each institution, or for each person of one, in order of aliases and ids
 */
@Schema(name = "AccessReport")
record AccessReport(String quarter, List<Line> lines) {

    /**
     * Acts that were allowed, by what they are, and what was denied.
     *
     * @param participant alias
     * @param personId the hub's own id, which names nobody outside of the institution; null for an institution
     * @param unmaskings of protected subjects: approved, opened alone, and read
     */
    @Schema(name = "AccessReportLine")
    record Line(
            String participant,
            @Nullable UUID personId,
            long reads,
            long searches,
            long exports,
            long unmaskings,
            long others,
            long denials) {}
}
