package org.simpul.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class ApiDescriptionTest extends HubTest {
    private static final java.nio.file.Path COMMITTED = java.nio.file.Path.of("docs", "openapi.yaml");

    private static String document() {
        return given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void eachOperation(BiConsumer<String, JsonNode> check) throws IOException {
        JsonNode paths = new YAMLMapper().readTree(document()).get("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(verb -> {
            if (verb.getValue().has("responses")) {
                check.accept(verb.getKey().toUpperCase() + " " + path.getKey(), verb.getValue());
            }
        }));
    }

    @Test
    void theCommittedDocumentIsTheRunningOne() throws IOException {
        if (Boolean.getBoolean("simpul.openapi.write")) {
            Files.writeString(COMMITTED, document());
        }
        assertEquals(
                Files.readString(COMMITTED),
                document(),
                "write it anew: -Dtest=ApiDescriptionTest -Dsimpul.openapi.write=true");
    }

    @Test
    void theOperationsAreTheRoutesOfTheApi() throws IOException {
        Set<String> documented = new TreeSet<>();
        eachOperation((route, operation) -> documented.add(route));
        Set<String> routes = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.simpul")) {
            String base = resource.isAnnotatedWith(Path.class)
                    ? resource.getAnnotationOfType(Path.class).value()
                    : "";
            for (JavaMethod method : resource.getMethods()) {
                method.getAnnotations().stream()
                        .filter(it -> it.getRawType().isAnnotatedWith(HttpMethod.class))
                        .map(it -> it.getRawType()
                                        .getAnnotationOfType(HttpMethod.class)
                                        .value()
                                + " " + base + below(method))
                        .filter(route -> route.contains(" /api/") || route.contains(" /log/entries/"))
                        .forEach(routes::add);
            }
        }
        assertTrue(routes.contains("POST /api/v1/matters"), "no route is found by reflection");
        assertEquals(routes, documented);
    }

    private static String below(JavaMethod method) {
        if (!method.isAnnotatedWith(Path.class)) {
            return "";
        }
        String path = method.getAnnotationOfType(Path.class).value().replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        return (path.startsWith("/") ? "" : "/") + path;
    }

    @Test
    void everyOperationIsDescribedAndNamesItsPermissionAndProblems() throws IOException {
        List<String> gaps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        eachOperation((route, operation) -> {
            for (String part : List.of("operationId", "summary", "description", "tags", "x-permission")) {
                if (operation.path(part).isMissingNode()
                        || operation.path(part).isEmpty()
                                && operation.path(part).asText().isBlank()) {
                    gaps.add(route + " has no " + part);
                }
            }
            if (!ids.add(operation.path("operationId").asText())) {
                gaps.add(route + " shares its operationId");
            }
            for (String status : List.of("400", "401", "403", "404")) {
                if (!operation.at("/responses/" + status + "/$ref").asText().endsWith("Problem" + status)) {
                    gaps.add(route + " has no problem for " + status);
                }
            }
            operation.at("/requestBody/content").properties().forEach(body -> {
                if (body.getKey().endsWith("json") && !hasExample(body.getValue())) {
                    gaps.add(route + " has no example for its body");
                }
            });
        });
        assertEquals(List.of(), gaps);
    }

    @Test
    void propertiesAreNamedAsTheyAreSent() throws IOException {
        Set<String> foreign = new TreeSet<>();
        new YAMLMapper().readTree(document()).at("/components/schemas").forEach(schema -> schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!name.matches("[a-z0-9_]+")) {
                        foreign.add(name);
                    }
                }));
        assertEquals(Set.of(), foreign);
    }

    private static boolean hasExample(JsonNode body) {
        if (body.has("example") || body.has("examples")) {
            return true;
        }
        String schema = body.at("/schema/$ref").asText();
        try {
            JsonNode described = new YAMLMapper().readTree(document()).at(schema.replaceFirst("^#", ""));
            return described.has("example") || described.has("examples");
        } catch (IOException e) {
            return false;
        }
    }
}
