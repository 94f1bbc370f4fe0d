/**
 * Starts Simpul on one machine (PostgreSQL, Keycloak and the hub as child processes) and plays the demo's story. In the
 * test sources, so that the product never carries it; the integration tests start the same way.
 */
@NullMarked
package org.simpul.launch;

import org.jspecify.annotations.NullMarked;
