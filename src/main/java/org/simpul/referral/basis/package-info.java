/** The laws under which members share: a closed list that the FIU keeps, by two persons. */
@NullMarked
package org.simpul.referral.basis;

import org.jspecify.annotations.NullMarked;
