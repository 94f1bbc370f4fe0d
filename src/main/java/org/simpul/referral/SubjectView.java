package org.simpul.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * A subject of a version.
 *
 * @param reference random; all that stands for a protected subject elsewhere
 * @param isProtected a possible victim or a minor: name, remarks and identifiers are kept apart and left out here
 * @param detailsDestroyed of one that was protected: nobody can read who it was any more
 */
@Schema(name = "Subject")
public record SubjectView(
        UUID id,
        String reference,
        SubjectKind kind,
        List<SubjectRole> roles,
        @JsonProperty("protected") boolean isProtected,
        AgeBand ageBand,
        @Nullable String name,
        @Nullable String remarks,
        List<Identifier> identifiers,
        boolean detailsDestroyed) {

    /** As one who is protected: for versions that were sealed before it was. */
    SubjectView masked() {
        return new SubjectView(id, reference, kind, roles, true, ageBand, null, null, List.of(), detailsDestroyed);
    }

    SubjectView with(@Nullable String name, @Nullable String remarks, List<Identifier> identifiers) {
        return new SubjectView(
                id, reference, kind, roles, isProtected, ageBand, name, remarks, identifiers, detailsDestroyed);
    }

    static SubjectView from(ReferralSubject subject, List<ReferralIdentifier> identifiers) {
        return from(subject, identifiers, false);
    }

    static SubjectView from(ReferralSubject subject, List<ReferralIdentifier> identifiers, boolean detailsDestroyed) {
        return new SubjectView(
                subject.id,
                subject.reference,
                subject.kind,
                subject.roles(),
                subject.isProtected,
                subject.ageBand,
                subject.name,
                subject.remarks,
                identifiers.stream().map(ReferralIdentifier::identifier).toList(),
                detailsDestroyed);
    }
}
