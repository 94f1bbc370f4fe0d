/** Leads from hotlines and platforms: where money went, given to the FIU and never read again by the giver. */
@NullMarked
package org.simpul.lead;

import org.jspecify.annotations.NullMarked;
