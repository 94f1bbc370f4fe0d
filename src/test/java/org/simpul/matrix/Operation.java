package org.simpul.matrix;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;

/** An operation as the running OpenAPI document has it. */
record Operation(String id, String method, String path) {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch", "head", "options");

    static List<Operation> ofTheApi() {
        JsonPath document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, verbs) -> verbs.forEach((verb, operation) -> {
            if ((path.startsWith("/api/") || path.startsWith("/log/entries/")) && METHODS.contains(verb)) {
                Object id = ((Map<?, ?>) operation).get("operationId");
                operations.add(new Operation(String.valueOf(id), verb.toUpperCase(), path));
            }
        }));
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return operations;
    }

    boolean namesAnObject() {
        return path.contains("{");
    }

    /** @return the parameter after {@code id}; empty when there is none */
    String secondParameter() {
        return List.of("subjectId", "importId", "number", "changeId", "participantId", "requestId").stream()
                .filter(name -> path.contains("{" + name + "}"))
                .findFirst()
                .orElse("");
    }
}
