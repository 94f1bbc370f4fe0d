/** What reviewers read of a draft, and what they say to it. */
@NullMarked
package org.simpul.typology.review;

import org.jspecify.annotations.NullMarked;
