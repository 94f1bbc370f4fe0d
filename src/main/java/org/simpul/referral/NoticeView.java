package org.simpul.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the FIU told about a submission.
 *
 * @param formCode set for FINISHED
 * @param missing names of the fields that are missing
 */
@Schema(name = "Notice")
record NoticeView(UUID id, NoticeKind kind, @Nullable FormCode formCode, List<String> missing, Instant at) {

    static NoticeView from(Notice notice) {
        return new NoticeView(notice.id, notice.kind, notice.formCode, List.of(notice.missing), notice.at);
    }
}
