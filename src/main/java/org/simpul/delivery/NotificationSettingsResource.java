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

@Path("/api/v1/me/notification-settings")
@Tag(name = "Notifications")
class NotificationSettingsResource {
    private final MailSettingService service;

    NotificationSettingsResource(MailSettingService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "readMyNotificationSettings",
            summary = "Where my own mail goes",
            description = "Addresses for items that are for the caller alone, e.g. while on duty.")
    @APIResponseSchema(value = MailAddresses.class, responseDescription = "The addresses")
    public RestResponse<MailAddresses> readOwn() {
        return ok(service.readOwn());
    }

    @PUT
    @StepUp
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "setMyNotificationSettings",
            summary = "Set where my own mail goes",
            description = "Only addresses of the domains that were agreed with the institution.")
    @APIResponseSchema(value = MailAddresses.class, responseDescription = "Set")
    public RestResponse<MailAddresses> setOwn(
            @RestHeader("If-Match") String ifMatch, @Valid @NotNull MailAddresses addresses) {
        return ok(service.setOwn(ifMatch, addresses));
    }

    private static RestResponse<MailAddresses> ok(MailAddresses.Tagged tagged) {
        return ResponseBuilder.ok(tagged.addresses())
                .header(HttpHeaders.ETAG, EntityTags.of(tagged.revision()))
                .build();
    }
}
