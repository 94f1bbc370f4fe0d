/** What is written and planned in a case: notes, tasks, and grants that open a restricted one for a time. */
@NullMarked
package org.simpul.casework.cases;

import org.jspecify.annotations.NullMarked;
