package org.simpul.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.simpul.shared.ProblemType;

/** Reads Jackson's refusals: the field's path, never its value. */
final class JsonFailure {
    private static final int LONGEST_PATH = 200;

    private JsonFailure() {}

    static Diagnosis diagnose(JacksonException failure) {
        if (failure instanceof StreamReadException || failure.getCause() instanceof StreamReadException) {
            return Diagnosis.of(ProblemType.MALFORMED);
        }
        if (!(failure instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return Diagnosis.of(ProblemType.MALFORMED);
        }
        return Diagnosis.invalid(path(mapping), code(mapping));
    }

    private static String code(JsonMappingException failure) {
        if (failure instanceof RefusedText refused) {
            return refused.code();
        }
        if (failure instanceof UnrecognizedPropertyException) {
            return "unknown_field";
        }
        if (failure instanceof MismatchedInputException mismatch) {
            Class<?> target = mismatch.getTargetType();
            return target != null && target.isEnum() ? "unknown_value" : "wrong_type";
        }
        return "invalid";
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        failure.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(plain(step.getFieldName()));
            }
        });
        return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path.toString();
    }

    /** A name that came in is told back only as far as it can be the name of a field. */
    private static String plain(String name) {
        return name.matches("[A-Za-z0-9_-]{1,64}") ? name : "?";
    }
}
