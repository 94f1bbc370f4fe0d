package org.simpul.referral;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.EntityTags;

/** Answers with the entity tag that the next edit must name. */
final class Tagged {
    private static final String ETAG = "ETag";

    private Tagged() {}

    static <T> RestResponse<T> ok(Edited<T> edited) {
        return ResponseBuilder.ok(edited.view())
                .header(ETAG, EntityTags.of(edited.revision()))
                .build();
    }

    static <T> RestResponse<T> created(String location, Edited<T> edited) {
        return ResponseBuilder.<T>created(URI.create(location))
                .entity(edited.view())
                .header(ETAG, EntityTags.of(edited.revision()))
                .build();
    }

    static RestResponse<Void> gone(long revision) {
        return ResponseBuilder.<Void>noContent()
                .header(ETAG, EntityTags.of(revision))
                .build();
    }
}
