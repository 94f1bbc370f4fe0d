package org.simpul.casework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice that can be shown outside of the hub.
 *
 * @param jws JWS in compact form (RFC 7515, EdDSA) over the notice and its recipient; verified with the key of the same
 *     {@code kid} among the hub's notice keys
 */
@Schema(name = "SignedRecallNotice")
public record SignedNotice(RecallNoticeView notice, String jws) {}
