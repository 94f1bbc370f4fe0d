package org.simpul.matrix;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.PermissionsAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simpul.access.Permission;

/** What the one table of roles says of a cell, whatever the product does. */
final class Rule {
    /** Texts of permissions, one of which is needed, by operation. */
    static final Map<String, List<String>> PERMISSIONS = permissions();

    private Rule() {}

    /** @return a pattern for the status */
    static String of(String operation, Principal principal, Relation relation) {
        if (principal.isUnauthenticated()) {
            return "401";
        }
        if (!may(principal, operation)) {
            return "403";
        }
        // hidden is 404, never 403, for who holds the permission
        return switch (relation) {
            case OWN -> "2..|400|409|412|422";
            case DISCLOSED -> "2..|404|409";
            case RECALLED, OTHERS, ABSENT -> "404";
        };
    }

    static boolean may(Principal principal, String operation) {
        List<String> needed = PERMISSIONS.get(operation);
        if (!principal.counts()) {
            return false;
        }
        return needed.contains(Permission.SELF_READ.text())
                || principal.role.permissions(principal.kind).stream()
                        .map(Permission::text)
                        .anyMatch(needed::contains);
    }

    private static Map<String, List<String>> permissions() {
        Map<String, List<String>> permissions = new HashMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.simpul").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(PermissionsAllowed.class)
                                && method.isAnnotatedWith(org.eclipse.microprofile.openapi.annotations.Operation.class))
                        .forEach(method -> permissions.put(id(method), List.of(allowed(method))));
        return permissions;
    }

    private static String id(JavaMethod method) {
        return method.getAnnotationOfType(org.eclipse.microprofile.openapi.annotations.Operation.class)
                .operationId();
    }

    private static String[] allowed(JavaMethod method) {
        return method.getAnnotationOfType(PermissionsAllowed.class).value();
    }
}
