package org.simpul.referral;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message on the board of a submitted referral.
 *
 * @param from name of the institution that wrote it
 * @param author login of who wrote it, for the own institution; null for the other side
 * @param text protected subjects are masked, whenever they became protected
 */
@Schema(name = "Message")
public record MessageView(UUID id, MessageKind kind, String from, @Nullable String author, String text, Instant at) {}
