package org.simpul.safeguard;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who a protected subject is, for the one who asked, while it is open.
 *
 * @param subject reference of the subject
 * @param closesAt when this closes
 */
@Schema(name = "UnmaskedSubject")
record UnmaskedSubject(
        String subject,
        @Nullable String name,
        List<Held> identifiers,
        @Nullable String remarks,
        @Nullable Instant closesAt) {

    /** An identifier in canonical form. */
    @Schema(name = "UnmaskedIdentifier")
    record Held(String type, String scope, String value) {
        @Override
        public String toString() {
            return "Held[type=" + type + "]";
        }
    }

    static UnmaskedSubject of(Unmasking unmasking, ProtectedDetails details) {
        return new UnmaskedSubject(
                unmasking.reference,
                details.name(),
                details.identifiers().stream()
                        .map(value -> new Held(value.type(), value.scope(), value.value()))
                        .toList(),
                details.remarks(),
                unmasking.closesAt);
    }

    /** Leaves everything out: a log must not tell who a victim is. */
    @Override
    public String toString() {
        return "UnmaskedSubject[" + subject + "]";
    }
}
