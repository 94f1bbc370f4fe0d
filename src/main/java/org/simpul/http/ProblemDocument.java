package org.simpul.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a refused request is told (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code /problems/<code>}, stable; what a program decides by
 * @param detail what to do next, in the language of {@code Content-Language}
 * @param requestId the header {@code Request-Id}; what to quote when asking for help
 * @param violations the fields that are wrong or missing; absent where none is named
 */
@Schema(name = "Problem")
record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> violations) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong or missing.
     *
     * @param field path in the request, or the name of a parameter or header
     * @param code stable; what a program decides by
     * @param message in the language of the problem
     */
    @Schema(name = "Violation")
    record Field(String field, String code, String message) {}

    static ProblemDocument of(Diagnosis diagnosis, ProblemTexts texts, String requestId) {
        String code = diagnosis.type().code();
        return new ProblemDocument(
                "/problems/" + code,
                texts.title(code),
                diagnosis.type().status(),
                texts.detail(code),
                requestId,
                diagnosis.violations().stream()
                        .map(it -> new Field(it.field(), it.code(), texts.violation(it.code())))
                        .toList());
    }
}
