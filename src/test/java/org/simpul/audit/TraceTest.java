package org.simpul.audit;

import org.junit.jupiter.api.Test;
import org.simpul.tlog.Hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a request has recorded. */
class TraceTest {
    private final RequestId.Trace trace = new RequestId.Trace(true);

    private void record() {
        trace.add(Hash.leaf(new byte[] {1}));
    }

    @Test
    void anEntryOfTheSignInIsAReceiptAndNoRecordOfWhatWasAsked() {
        record();
        trace.reach();
        assertFalse(trace.isRecorded());
        assertEquals(1, trace.leaves().size());
        record();
        assertTrue(trace.isRecorded());
    }

    @Test
    void moreEntriesThanReceiptsFitAreRecorded() {
        for (int i = 0; i < 32; i++) {
            record();
        }
        trace.reach();
        record();
        assertTrue(trace.isRecorded());
        assertEquals(32, trace.leaves().size());
    }
}
