package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.referral.ReferralService;
import org.simpul.shared.PageRequest;

/** Our referrals: did it arrive, is it complete? */
@Path("/console/referrals")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReferralsPage {
    private final ReferralService service;
    private final Frames frames;

    ReferralsPage(ReferralService service, Frames frames) {
        this.service = service;
        this.frames = frames;
    }

    @GET
    @PermissionsAllowed("referral.read")
    public TemplateInstance show(@RestQuery("page_token") String token, RoutingContext exchange) {
        var page = service.list(PageRequest.of(null, token));
        Frame frame = frames.of(exchange);
        return Pages.in(frame, Pages.referrals(frame, page));
    }
}
