package org.simpul.matrix;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * How an operation is called.
 *
 * @param ifMatch an entity tag that no object has; empty when the operation takes none
 * @param body null for none
 */
record Call(Thing thing, String ifMatch, String contentType, Function<World, Object> body) {
    /** An entity tag that no object has. */
    static final String STALE = "\"stale\"";

    private static final String JSON = "application/json";

    static Call of(Thing thing) {
        return new Call(thing, "", JSON, null);
    }

    static Call of(Thing thing, Object body) {
        return new Call(thing, "", JSON, world -> body);
    }

    static Call from(Thing thing, Function<World, Object> body) {
        return new Call(thing, "", JSON, body);
    }

    static Call csv(Thing thing, String rows) {
        return new Call(thing, "", "text/csv", world -> rows.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, String> headers(String entityTag) {
        return entityTag.isEmpty()
                ? Map.of("Content-Type", contentType)
                : Map.of("Content-Type", contentType, "If-Match", entityTag);
    }

    /** An edit that its owner is refused, after it has been found: what it would write never spoils another cell. */
    Call stale() {
        return new Call(thing, STALE, contentType, body);
    }
}
