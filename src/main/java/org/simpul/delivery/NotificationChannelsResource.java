package org.simpul.delivery;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.shared.EntityTags;

@Path("/api/v1/notification-channels")
@Tag(name = "Notifications")
class NotificationChannelsResource {
    private final MailSettingService service;

    NotificationChannelsResource(MailSettingService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "readNotificationChannels",
            summary = "Where our mail goes",
            description = "The institution's addresses for routine and for urgent items; the ETag is for an edit.")
    @APIResponseSchema(value = MailAddresses.class, responseDescription = "The addresses")
    public RestResponse<MailAddresses> readChannels() {
        return ok(service.readChannels());
    }

    @PUT
    @StepUp
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "setNotificationChannels",
            summary = "Set where our mail goes",
            description =
                    "Only addresses of the domains that were agreed with the institution. A mail says that there is"
                            + " an item, routine or urgent, and nothing else.")
    @APIResponseSchema(value = MailAddresses.class, responseDescription = "Set")
    public RestResponse<MailAddresses> setChannels(
            @RestHeader("If-Match") String ifMatch, @Valid @NotNull MailAddresses addresses) {
        return ok(service.setChannels(ifMatch, addresses));
    }

    private static RestResponse<MailAddresses> ok(MailAddresses.Tagged tagged) {
        return ResponseBuilder.ok(tagged.addresses())
                .header(HttpHeaders.ETAG, EntityTags.of(tagged.revision()))
                .build();
    }
}
