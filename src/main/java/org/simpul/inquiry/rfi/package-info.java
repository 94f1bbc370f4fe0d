/** Requests for information: asked by two persons, answered by two persons, each thread between two institutions alone. */
@NullMarked
package org.simpul.inquiry.rfi;

import org.jspecify.annotations.NullMarked;
