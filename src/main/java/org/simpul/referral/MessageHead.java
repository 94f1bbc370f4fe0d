package org.simpul.referral;

import java.time.Instant;
import java.util.UUID;

/** That a submitter has written, for the room that works on its referral. */
public record MessageHead(UUID id, UUID referralId, MessageKind kind, Instant at) {}
