package org.simpul.access;

import java.util.Optional;

/** Where the caller of the running request comes from: the edge, which has seen its token and headers. */
public interface CallerSource {
    Optional<Caller> signedIn();
}
