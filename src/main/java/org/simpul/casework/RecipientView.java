package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who receives a dissemination; shown to the FIU alone.
 *
 * @param login of a named person; null for the whole agency
 */
@Schema(name = "Recipient")
public record RecipientView(String alias, String name, @Nullable String login) {}
