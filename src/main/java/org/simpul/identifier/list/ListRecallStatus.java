package org.simpul.identifier.list;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a proposed recall. */
@Schema(name = "IdentifierListRecallStatus")
public enum ListRecallStatus {
    PROPOSED,
    RECALLED,
    DECLINED
}
