package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestQuery;

/** The first page: what the person's roles may open; and the choice of the language. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
@Blocking
class HomePage {
    private final Frames frames;

    HomePage(Frames frames) {
        this.frames = frames;
    }

    @GET
    @PermissionsAllowed("self.read")
    public TemplateInstance show(RoutingContext exchange) {
        Frame frame = frames.of(exchange);
        return Pages.in(frame, Pages.home(frame));
    }

    @GET
    @Path("language")
    @PermissionsAllowed("self.read")
    public Response choose(@RestQuery String to, @RestQuery String back) {
        Language language = Arrays.stream(Language.values())
                .filter(each -> each.code().equals(to))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        NewCookie choice = new NewCookie.Builder(Language.COOKIE)
                .value(language.code())
                .path(Frames.HOME)
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return Response.seeOther(URI.create(Frames.ownPath(back)))
                .cookie(choice)
                .build();
    }

    /** Everything else below the console is not there; the answer has a page of its own. */
    @GET
    @Path("{page:.+}")
    @PermissionsAllowed("self.read")
    public TemplateInstance lost() {
        throw new NotFoundException();
    }
}
