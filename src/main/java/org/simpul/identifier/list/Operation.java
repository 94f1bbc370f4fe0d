package org.simpul.identifier.list;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change does with the identifiers that it names. */
@Schema(name = "IdentifierListOperation")
public enum Operation {
    ADD,
    REMOVE
}
