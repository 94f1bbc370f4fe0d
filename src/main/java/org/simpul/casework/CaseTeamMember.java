package org.simpul.casework;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who works on a case. */
@Schema(name = "CaseTeamMember")
public record CaseTeamMember(UUID personId, @Nullable String login) {}
