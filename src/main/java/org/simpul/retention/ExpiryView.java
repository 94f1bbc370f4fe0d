package org.simpul.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Until when a record of one's own is kept.
 *
 * @param objectId the record, as it is read in its place
 * @param restingSince from when its period counts
 * @param retainedUntil the last day, by the schedule in force; nothing else moves it
 */
@Schema(name = "Expiry")
public record ExpiryView(RecordClass recordClass, UUID objectId, Instant restingSince, LocalDate retainedUntil) {}
