package org.simpul.urgency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution's roster.
 *
 * @param revision what its entity tag is made of; 0 before it was first set
 * @param shifts present and coming ones
 */
@Schema(name = "DutyRoster")
record DutyRosterView(long revision, List<Shift> shifts) {}
