package org.simpul.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.simpul.access.Permission;
import org.simpul.shared.Idempotent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for each endpoint, whoever writes it. */
class EndpointsTest {
    private static final Set<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::text).collect(Collectors.toSet());

    /** Who is asked without a sign-in: the published log holds commitments alone, and is there for everybody to mirror. */
    private static final String OPEN = "org.simpul.audit.LogResource";

    private static List<JavaMethod> endpoints() {
        List<JavaMethod> endpoints = Product.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Path.class)
                        || method.getAnnotations().stream()
                                .anyMatch(it -> it.getRawType().isAnnotatedWith(HttpMethod.class)))
                .toList();
        assertFalse(endpoints.isEmpty());
        return endpoints;
    }

    @Test
    void everyEndpointIsPublic() {
        Set<String> hidden = new TreeSet<>();
        endpoints().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                .forEach(method -> hidden.add(method.getFullName()));
        assertEquals(Set.of(), hidden, "the framework drops endpoints that are not public");
    }

    @Test
    void everyEndpointNamesAPermissionThatExists() {
        Set<String> open = new TreeSet<>();
        for (JavaMethod method : endpoints()) {
            if (method.getOwner().getName().equals(OPEN)) {
                assertTrue(method.isAnnotatedWith(PermitAll.class), method.getFullName());
                continue;
            }
            List<String> named = method.isAnnotatedWith(PermissionsAllowed.class)
                    ? List.of(
                            method.getAnnotationOfType(PermissionsAllowed.class).value())
                    : List.of();
            if (named.isEmpty() || !PERMISSIONS.containsAll(named)) {
                open.add(method.getFullName() + " names " + named);
            }
        }
        assertEquals(Set.of(), open);
    }

    /** Whoever serves under another path has to say there whether it is protected. */
    @Test
    void everyEndpointIsWhereAnswersNeedAnEntry() {
        Set<String> outside = new TreeSet<>();
        for (JavaMethod method : endpoints()) {
            JavaClass owner = method.getOwner();
            String path = owner.isAnnotatedWith(Path.class)
                    ? owner.getAnnotationOfType(Path.class).value()
                    : "/";
            assertFalse(method.isAnnotatedWith(OPTIONS.class), method.getFullName());
            if (!owner.getName().equals(OPEN) && !path.matches("/(api/v1|console|log/entries)(/.*)?")) {
                outside.add(method.getFullName());
            }
        }
        assertEquals(Set.of(), outside);
    }

    @Test
    void aRequestThatMayBeSentAgainCanBeComparedAndAnsweredAgain() {
        Set<String> unfit = new TreeSet<>();
        for (JavaMethod method : endpoints()) {
            if (!method.isAnnotatedWith(Idempotent.class)) {
                continue;
            }
            boolean streams = method.getRawParameterTypes().stream()
                    .anyMatch(type -> type.isAssignableTo(InputStream.class) || type.isAssignableTo(File.class));
            if (streams
                    || !method.getRawReturnType().isAssignableTo(RestResponse.class)
                    || !method.isAnnotatedWith(Operation.class)) {
                unfit.add(method.getFullName());
            }
        }
        assertEquals(
                Set.of(), unfit, "@Idempotent needs @Operation, arguments in JSON, and RestResponse as its answer");
    }
}
