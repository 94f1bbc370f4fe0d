package org.simpul.http;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;

/** Operations of a test: what each of them tells without an entry is {@link #SECRET}. */
@Path("/api/v1/test-forgetful")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
class ForgetfulResource {
    static final String PATH = "/api/v1/test-forgetful";
    static final String SECRET = "what nobody may be told";

    private final Forgetful useCases;

    ForgetfulResource(Forgetful useCases) {
        this.useCases = useCases;
    }

    /** An answer that passes the framework by. */
    void routes(@Observes Router router) {
        router.get(PATH + "/routed").order(-1).handler(exchange -> exchange.end(SECRET));
    }

    private static RestResponse<String> told(int status) {
        return ResponseBuilder.<String>create(status)
                .entity(SECRET)
                .header("ETag", "\"secret\"")
                .build();
    }

    @POST
    @Path("/rows/{id}")
    @Idempotent
    @PermissionsAllowed("self.read")
    @Operation(operationId = "testForget", hidden = true)
    public RestResponse<String> write(@RestPath UUID id) {
        useCases.write(id);
        return told(201);
    }

    @POST
    @Path("/recorded-rows/{id}")
    @Idempotent
    @PermissionsAllowed("self.read")
    @Operation(operationId = "testRemember", hidden = true)
    public RestResponse<String> writeAndRecord(@RestPath UUID id) {
        useCases.writeAndRecord(id);
        return told(201);
    }

    @POST
    @Path("/second-rows/{id}")
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public RestResponse<String> recordAndWriteApart(@RestPath UUID id) {
        useCases.record();
        useCases.write(id);
        return told(201);
    }

    @POST
    @Path("/excused-rows/{id}")
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public RestResponse<String> excused(@RestPath UUID id) {
        useCases.excused(id);
        useCases.record();
        return told(201);
    }

    @POST
    @Path("/rows-within/{id}")
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public RestResponse<String> within(@RestPath UUID id) {
        useCases.record();
        useCases.excusedAround(() -> useCases.apart(id));
        return told(201);
    }

    @GET
    @Path("/answers/{status}")
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public RestResponse<String> tell(@RestPath int status) {
        return told(status);
    }

    @GET
    @Path("/file")
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public StreamingOutput file() {
        return into -> into.write(SECRET.getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("self.read")
    @Operation(hidden = true)
    public Multi<String> events() {
        return Multi.createFrom().items(SECRET, SECRET);
    }
}
