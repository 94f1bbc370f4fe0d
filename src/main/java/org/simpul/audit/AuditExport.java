package org.simpul.audit;

import java.util.UUID;
import org.simpul.access.Caller;

/** Entries that are taken out as a file; its id stands in each row, and in the audit. */
public record AuditExport(UUID id, Caller reader, AuditScope scope, AuditFilter filter) {}
