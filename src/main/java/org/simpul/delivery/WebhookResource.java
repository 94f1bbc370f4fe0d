package org.simpul.delivery;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;

@Path("/api/v1/webhooks")
@Tag(name = "Notifications")
class WebhookResource {
    private final WebhookService service;

    WebhookResource(WebhookService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @StepUp
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "registerWebhook",
            summary = "Have a system told",
            description =
                    "An https address on a host that was agreed with the institution. It is sent {id, at, urgent} for"
                            + " each item of the institution, signed as Standard Webhooks does. The secret stands in this answer and"
                            + " is never shown again.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201", responseDescription = "Registered")
    public RestResponse<WebhookView> register(@Valid @NotNull RegisterWebhook command) {
        return created(service.register(command));
    }

    @GET
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "listWebhooks",
            summary = "Our webhooks",
            description = "Newest first, without their secrets; five at most.")
    public Page<WebhookView> list() {
        return service.list();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "readWebhook",
            summary = "One of our webhooks",
            description = "With the times of the secrets that sign for it now, never a secret itself.")
    public WebhookView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/secrets")
    @Idempotent
    @StepUp
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make a new secret",
            description = "It stands in this answer and is never shown again. For a day both the new and the former one"
                    + " sign; one that was former before ends at once.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<WebhookView> rotate(@RestPath UUID id) {
        return created(service.rotate(id));
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "removeWebhook",
            summary = "Have it told no more",
            description = "At once and for good; what still waited for it is not sent. Again changes nothing.")
    public void remove(@RestPath UUID id) {
        service.remove(id);
    }

    private static RestResponse<WebhookView> created(WebhookView webhook) {
        return ResponseBuilder.<WebhookView>created(URI.create("/api/v1/webhooks/" + webhook.id()))
                .entity(webhook)
                .build();
    }
}
