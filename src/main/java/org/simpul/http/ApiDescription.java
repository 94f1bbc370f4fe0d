package org.simpul.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.simpul.access.Purpose;
import org.simpul.shared.ProblemType;

/** Adds to the OpenAPI document what holds for all operations, so that no resource repeats it. Runs in the build. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName IDEMPOTENT = DotName.createSimple("org.simpul.shared.Idempotent");
    private static final DotName PERMISSIONS = DotName.createSimple("io.quarkus.security.PermissionsAllowed");
    private static final DotName STEP_UP = DotName.createSimple("org.simpul.access.StepUp");
    private static final String IF_MATCH = "If-Match";

    private final Map<String, MethodInfo> methods = new LinkedHashMap<>();

    /** @param index the compiled classes, from which permissions and idempotence are read */
    public ApiDescription(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the hub's Keycloak realm, for the audience hub-api."));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        document.getComponents()
                .addSchema("Violation", violation())
                .addSchema("Problem", problem())
                .addParameter("Purpose", purpose())
                .addParameter("CaseReference", caseReference())
                .addParameter("IdempotencyKey", idempotencyKey());
        for (ProblemType type : ProblemType.values()) {
            document.getComponents().addResponse(name(type.status()), OASFactory.createAPIResponse());
        }
        document.getComponents().getResponses().keySet().stream()
                .filter(name -> name.startsWith("Problem"))
                .toList()
                .forEach(name -> describe(
                        document.getComponents().getResponses().get(name), Integer.parseInt(name.substring(7))));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((verb, operation) -> complete(verb, operation)));
    }

    private void complete(PathItem.HttpMethod verb, Operation operation) {
        MethodInfo method = methods.get(operation.getOperationId());
        TreeSet<Integer> problems = new TreeSet<>(List.of(400, 401, 403, 404, 406, 500, 503));
        if (verb != PathItem.HttpMethod.GET) {
            problems.addAll(List.of(409, 413, 415, 422));
        }
        List<Parameter> parameters =
                new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
        if (parameters.stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()))) {
            problems.addAll(List.of(412, 428));
        }
        parameters.add(reference("Purpose"));
        parameters.add(reference("CaseReference"));
        if (method != null && method.hasAnnotation(IDEMPOTENT)) {
            parameters.add(reference("IdempotencyKey"));
        }
        operation.setParameters(parameters);
        problems.forEach(status -> operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + name(status))));
        if (method != null && method.hasAnnotation(PERMISSIONS)) {
            operation.addExtension(
                    "x-permission",
                    String.join(" or ", method.annotation(PERMISSIONS).value().asStringArray()));
        }
        if (method != null && method.hasAnnotation(STEP_UP)) {
            // RFC 9470: with less, the answer is 401 and the challenge insufficient_user_authentication
            operation.addExtension("x-acr-values", "2");
        }
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static void describe(APIResponse response, int status) {
        StringBuilder codes = new StringBuilder();
        for (ProblemType type : ProblemType.values()) {
            if (type.status() == status) {
                codes.append(codes.isEmpty() ? "" : ", ")
                        .append("`/problems/")
                        .append(type.code())
                        .append('`');
            }
        }
        response.description("A problem (RFC 9457) of type " + codes)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDocument.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "What a refused request is told. Programs decide by `type` and by the codes of violations.")
                .addProperty("type", text("`/problems/<code>`, stable"))
                .addProperty("title", text("What it is, in the language of Content-Language"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What to do next"))
                .addProperty("request_id", text("The header Request-Id; to be quoted when asking for help"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")))
                .required(List.of("type", "title", "status", "detail", "request_id"));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("field", text("Path in the request, or the name of a parameter or header"))
                .addProperty("code", text("Stable"))
                .addProperty("message", text("What to do about it"))
                .required(List.of("field", "code", "message"));
    }

    private static Parameter purpose() {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        for (Purpose purpose : Purpose.values()) {
            schema.addEnumeration(purpose.name());
        }
        return OASFactory.createParameter()
                .name("Purpose")
                .in(Parameter.In.HEADER)
                .required(false)
                .description("Why person-level information is read; asked for wherever it is.")
                .schema(schema);
    }

    private static Parameter caseReference() {
        return OASFactory.createParameter()
                .name("Case-Reference")
                .in(Parameter.In.HEADER)
                .required(false)
                .description("The matter or case it is read for; law enforcement names a live registered matter.")
                .schema(text("").pattern("[A-Za-z0-9][A-Za-z0-9 ./-]{2,63}").description(null));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name(IdempotencyInterceptor.HEADER)
                .in(Parameter.In.HEADER)
                .required(false)
                .description(
                        "Chosen by the caller, the same for each repetition of one request: it acts once, and the"
                                + " repetition gets the first status, Location and ETag with Idempotency-Replayed: true and the"
                                + " body {\"replayed\": true, \"location\": …}: no answer is kept, read the result at its location.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(16)
                        .maxLength(128));
    }
}
