/** Institutions' identity providers: their metadata, read with suspicion, and Keycloak, made like the hub's records. */
@NullMarked
package org.simpul.participant.federation;

import org.jspecify.annotations.NullMarked;
