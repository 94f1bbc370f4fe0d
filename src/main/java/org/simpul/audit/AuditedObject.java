package org.simpul.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act was done to: opaque, no names, no values.
 *
 * @param kind e.g. {@code REFERRAL}
 * @param id null for a list
 * @param owner the owning participant; null where there is none
 */
public record AuditedObject(String kind, @Nullable UUID id, @Nullable UUID owner) {

    public static AuditedObject list(String kind) {
        return new AuditedObject(kind, null, null);
    }
}
