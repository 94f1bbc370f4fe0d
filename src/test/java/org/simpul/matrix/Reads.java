package org.simpul.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

/** What somebody reads: each GET of the API that ends, with its answer. */
final class Reads {
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    /** A workbook bears the minute in which it was made. */
    private static final Set<String> NOT_COMPARED = Set.of("readTransactionTemplateXlsx");

    private Reads() {}

    /**
     * @param matter under which it works; empty for none
     * @param object the one that its reads name
     */
    record Reader(Person person, String matter, Target object) {}

    static Map<String, Answer> by(List<Reader> readers) {
        Map<String, Answer> answers = new TreeMap<>();
        for (Operation operation : Operation.ofTheApi()) {
            if (!operation.method().equals("GET") || NOT_COMPARED.contains(operation.id())) {
                continue;
            }
            for (Reader reader : readers) {
                answers.put(
                        operation.id() + " by " + reader.person().login(),
                        Answer.of(
                                Wire.send(
                                        "GET",
                                        reader.object().in(operation.path()).replaceAll("\\{[^}]+}", NOBODY),
                                        headers(reader),
                                        null),
                                reader.object()));
            }
        }
        return answers;
    }

    private static Map<String, String> headers(Reader reader) {
        Map<String, String> headers = new HashMap<>(Map.of(
                "Authorization",
                "Bearer " + Tokens.of(reader.person()),
                "Purpose",
                "LOCATE_AND_PROTECT",
                "Accept",
                "application/json, */*;q=0.5"));
        if (!reader.matter().isEmpty()) {
            headers.put("Case-Reference", reader.matter());
        }
        return headers;
    }
}
