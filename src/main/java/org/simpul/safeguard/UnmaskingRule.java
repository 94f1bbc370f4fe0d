package org.simpul.safeguard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;

/** Who may unmask whom in one kind of object. Each room that shows protected subjects brings its own. */
public interface UnmaskingRule {

    UnmaskingKind kind();

    /**
     * Asked when it is requested, and again at each read: what the caller no longer sees is closed.
     *
     * @param number of the version; null for the newest, or where there is one only
     * @param reference of the subject
     * @throws org.simpul.shared.Problem NOT_FOUND for an object that the caller does not see, FORBIDDEN for one whose
     *     subjects are not for the caller, INVALID for a reference that is nobody protected there
     */
    Masked find(Caller caller, UUID objectId, @Nullable Integer number, String reference);

    /** The same for the version that a request was made for. */
    Masked find(Caller caller, UUID objectId, UUID versionId, String reference);

    /** Whether the object is so urgent that one person may unmask alone; asked of an object that {@link #find} gave. */
    boolean isUrgent(Caller caller, UUID objectId);

    /** Whether a text tells who the subject is, or who else is protected there. */
    boolean isToldBy(Masked subject, String text);

    /**
     * A protected subject in a version that the caller sees.
     *
     * @param subjectId its row in that version
     */
    record Masked(UUID versionId, UUID subjectId) {}
}
