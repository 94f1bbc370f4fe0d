package org.simpul.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.ProblemType;

/**
 * Reads the refusals of Bean Validation. A constraint's own message, where it has one, is the code of the violation:
 * {@code @Pattern(regexp = "…", message = "unknown_value")}.
 */
final class ConstraintFailure {
    private ConstraintFailure() {}

    static Diagnosis diagnose(ConstraintViolationException failure) {
        List<ConstraintViolation<?>> violations = List.copyOf(failure.getConstraintViolations());
        if (violations.isEmpty() || violations.stream().anyMatch(ConstraintFailure::isOurs)) {
            return Diagnosis.of(ProblemType.INTERNAL);
        }
        return new Diagnosis(
                ProblemType.INVALID,
                violations.stream()
                        .map(it -> new Violation(field(it), code(it)))
                        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::code))
                        .distinct()
                        .toList());
    }

    /** The answer was wrong, not the request. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String code(ConstraintViolation<?> violation) {
        String message = violation.getMessageTemplate();
        if (!message.startsWith("{")) {
            return message;
        }
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint.annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Pattern", "Email" -> "pattern";
            case "Size" -> "size";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero", "Digits" -> "out_of_range";
            case "Future", "FutureOrPresent" -> "must_be_future";
            case "Past", "PastOrPresent" -> "must_be_past";
            default -> "invalid";
        };
    }

    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = "";
        Path.MethodNode method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = parameter(violation, method, node.as(Path.ParameterNode.class));
                continue;
            }
            if (node.isInIterable() && node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(snake(node.getName()));
            }
        }
        return path.isEmpty() ? parameter : path.toString();
    }

    /** A parameter of the query, path or header by its name; the one parameter that is none of these is the body. */
    private static String parameter(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode parameter) {
        return Arrays.stream(violation.getRootBeanClass().getMethods())
                .filter(it -> method != null
                        && it.getName().equals(method.getName())
                        && List.of(it.getParameterTypes()).equals(method.getParameterTypes()))
                .findFirst()
                .filter(it -> Arrays.stream(it.getParameterAnnotations()[parameter.getParameterIndex()])
                        .map(annotation -> annotation.annotationType().getPackageName())
                        .noneMatch(name ->
                                name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy.reactive")))
                .map(it -> "body")
                .orElseGet(() -> snake(parameter.getName()));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
