package org.simpul.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A class of record, and how long it is kept by the schedule in force.
 *
 * @param begins from when its period counts
 * @param months null where none is set: the FIU has to propose it, and nothing of the class is ever purged
 */
@Schema(name = "RetentionClass")
public record ClassView(
        RecordClass recordClass, RecordClass.Begins begins, @Nullable Integer months, @Nullable String lawReference) {}
