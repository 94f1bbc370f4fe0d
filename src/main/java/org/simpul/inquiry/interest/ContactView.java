package org.simpul.inquiry.interest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That somebody else looks at the same.
 *
 * @param from name of the FIU
 * @param reference of our interest
 * @param desk the other agency's
 * @param at when the FIU told both
 */
@Schema(name = "InterestContact")
record ContactView(UUID id, String from, String reference, String desk, String contact, Instant at) {}
