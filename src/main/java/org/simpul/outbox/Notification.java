package org.simpul.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;

/**
 * That there is an item for somebody: never which, nor why. The object is named for one thing only: whether the
 * addressee may still see it is asked again at delivery.
 *
 * @param to the institution
 * @param person one person of it; null for everybody of it who holds the permission
 * @param permission what an addressee must hold
 * @param objectKind as in the audit, e.g. {@code REFERRAL}
 * @param urgent the one bit that is told
 */
public record Notification(
        UUID to, @Nullable UUID person, Permission permission, String objectKind, UUID objectId, boolean urgent) {}
