package org.simpul.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A text in a request that the hub does not take; Jackson adds the path of its field. */
final class RefusedText extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedText(JsonParser parser, String code) {
        super(parser, code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
