package org.simpul.inquiry.pointer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That an agency asked the pointer.
 *
 * @param agency name of the agency
 */
@Schema(name = "PointerSearch")
record PointerSearchView(UUID id, String agency, String predicateOffence, PointerAnswer answer, Instant at) {}
