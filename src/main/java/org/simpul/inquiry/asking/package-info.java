/** What asking about somebody is held to: recorded apart when it is about oneself. */
@NullMarked
package org.simpul.inquiry.asking;

import org.jspecify.annotations.NullMarked;
