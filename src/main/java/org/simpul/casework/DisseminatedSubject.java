package org.simpul.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.referral.AgeBand;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/**
 * A subject as it is disseminated.
 *
 * @param isProtected a possible victim or a minor, of whom no name and no identifier is given
 */
@Schema(name = "DisseminatedSubject")
public record DisseminatedSubject(
        String reference,
        SubjectKind kind,
        List<SubjectRole> roles,
        @JsonProperty("protected") boolean isProtected,
        AgeBand ageBand,
        @Nullable String name,
        List<Identifier> identifiers) {}
