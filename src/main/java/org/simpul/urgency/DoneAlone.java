package org.simpul.urgency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act alone took effect on, as its review needs it.
 *
 * @param makers everybody who had a hand in it: none of them reviews it
 * @param digest SHA-256 over what was sealed or opened, in hexadecimal
 * @param returnedReason why a colleague had returned it before; null when nobody had
 */
public record DoneAlone(List<UUID> makers, String digest, @Nullable String returnedReason) {}
