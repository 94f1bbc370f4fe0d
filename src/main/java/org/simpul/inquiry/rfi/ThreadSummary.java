package org.simpul.inquiry.rfi;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one is asked, in a list: without names and numbers. */
@Schema(name = "RfiThreadSummary")
record ThreadSummary(
        UUID id, String reference, String from, ThreadStatus status, boolean urgent, Instant issuedAt, Instant dueAt) {}
