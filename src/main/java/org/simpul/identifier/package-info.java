/**
 * What can be shared and matched about a person, a device or a payment without naming anyone: identifiers in one
 * canonical form.
 */
@NullMarked
package org.simpul.identifier;

import org.jspecify.annotations.NullMarked;
