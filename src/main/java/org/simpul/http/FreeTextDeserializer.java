package org.simpul.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import org.simpul.shared.FreeText;

/** Reads every text of a JSON request, so that no record can forget what {@link FreeText} refuses. */
final class FreeTextDeserializer extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    FreeTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return accept(parser.getText(), parser);
    }

    private static String accept(String text, JsonParser parser) throws RefusedText {
        Optional<String> refusal = FreeText.refusal(text);
        if (refusal.isPresent()) {
            throw new RefusedText(parser, refusal.get());
        }
        return text;
    }

    /** The keys of a map are texts as well. */
    static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return accept(key, context.getParser());
        }
    }
}
