/** The reporting entity's side: drafts, sealed versions, their submission, and what the FIU tells about them. */
@NullMarked
package org.simpul.referral;

import org.jspecify.annotations.NullMarked;
