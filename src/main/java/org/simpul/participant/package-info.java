/** Institutions and their people; builds the caller from token and database. */
@NullMarked
package org.simpul.participant;

import org.jspecify.annotations.NullMarked;
