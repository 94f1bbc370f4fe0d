package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the triage score.
 *
 * @param text in the language of the request
 */
@Schema(name = "TriageReason")
public record TriageReasonView(TriageReason reason, int points, String text) {}
