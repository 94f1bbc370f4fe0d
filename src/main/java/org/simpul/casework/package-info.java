/** The FIU's side: intake, triage, links, cases, disseminations; and what agencies answer to them. */
@NullMarked
package org.simpul.casework;

import org.jspecify.annotations.NullMarked;
