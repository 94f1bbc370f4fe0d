package org.simpul.interop.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simpul.referral.ImportSummary;

/** Counts what a file holds beside sound rows, while it is read. */
public final class Findings {
    private static final int MOST_CODES = 100;

    private long rowsRepeated;
    private long textsShortened;
    private long entriesPassedOver;
    private long attachmentsDropped;
    private long identifiersLeftOut;
    private final Set<String> suggested = new LinkedHashSet<>();
    private final Set<String> unmapped = new LinkedHashSet<>();

    public void rowRepeated() {
        rowsRepeated++;
    }

    public void textShortened() {
        textsShortened++;
    }

    public void entryPassedOver() {
        entriesPassedOver++;
    }

    public void attachmentDropped() {
        attachmentsDropped++;
    }

    public void identifierLeftOut() {
        identifiersLeftOut++;
    }

    public void redFlag(String code) {
        suggested.add(code);
    }

    /** @param code letters, digits and a few signs, as checked by the reader */
    public void indicatorWithoutRedFlag(String code) {
        if (unmapped.size() < MOST_CODES) {
            unmapped.add(code);
        }
    }

    public ImportSummary summary() {
        return new ImportSummary(
                rowsRepeated,
                textsShortened,
                entriesPassedOver,
                attachmentsDropped,
                identifiersLeftOut,
                0,
                0,
                false,
                List.copyOf(suggested),
                new ArrayList<>(unmapped));
    }
}
