package org.simpul.referral;

import java.util.List;

/**
 * What an import did beside taking rows, so that nothing is left out in silence.
 *
 * @param rowsRepeated rows equal to an earlier one of the same file; they were taken
 * @param textsShortened remarks of a statement or report that were cut to their longest length
 * @param entriesPassedOver entries of a statement that are not booked, or have no other party and were to be skipped
 * @param attachmentsDropped files inside of the file; the hub keeps none
 * @param identifiersLeftOut documents of kinds that the hub does not keep
 * @param subjectsAdded persons and entities of a report that are subjects of the draft now
 * @param subjectsKnown those that were subjects of the draft before
 * @param narrativeTaken whether the report's reason became the narrative; false when one was written already
 * @param suggestedRedFlags red flags that the report's indicators stand for by the operator's table; cite those that fit
 * @param indicatorsWithoutRedFlag codes of the report's other indicators, at most 100
 */
public record ImportSummary(
        long rowsRepeated,
        long textsShortened,
        long entriesPassedOver,
        long attachmentsDropped,
        long identifiersLeftOut,
        int subjectsAdded,
        int subjectsKnown,
        boolean narrativeTaken,
        List<String> suggestedRedFlags,
        List<String> indicatorsWithoutRedFlag) {

    public static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, 0, 0, 0, false, List.of(), List.of());

    ImportSummary with(int added, int known, boolean narrative) {
        return new ImportSummary(
                rowsRepeated,
                textsShortened,
                entriesPassedOver,
                attachmentsDropped,
                identifiersLeftOut,
                added,
                known,
                narrative,
                suggestedRedFlags,
                indicatorsWithoutRedFlag);
    }
}
