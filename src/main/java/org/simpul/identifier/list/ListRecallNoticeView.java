package org.simpul.identifier.list;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a list was recalled, for whoever it reached: stop using what you took from it. Why is told to nobody. */
@Schema(name = "IdentifierListRecallNotice")
record ListRecallNoticeView(UUID id, UUID listId, String title, Instant recalledAt) {
    static ListRecallNoticeView of(ListRecallNotice notice) {
        return new ListRecallNoticeView(notice.id, notice.objectId, notice.title, notice.recalledAt);
    }
}
