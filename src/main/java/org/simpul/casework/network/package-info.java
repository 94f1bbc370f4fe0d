/** What the submissions of a case hold together: who is connected with whom, and how the money moved. */
@NullMarked
package org.simpul.casework.network;

import org.jspecify.annotations.NullMarked;
