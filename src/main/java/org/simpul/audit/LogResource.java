package org.simpul.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.TilePath;

/**
 * The log as C2SP tlog-tiles has it, for anybody: it holds commitments alone. The other operations are asked by nobody
 * but the verifier and witnesses, whose formats are in docs/audit.md.
 */
@Path("/log")
class LogResource {
    private static final String TEXT = "text/plain; charset=utf-8";
    /** Seconds; a checkpoint is replaced much later than that. */
    private static final String SHORT = "public, max-age=5";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String A_DAY = "public, max-age=86400";

    /** A checkpoint and 100 signatures have room. */
    private static final int LARGEST = 64 * 1024;

    /** So many of the hub's connections to its database are held by strangers at the most. */
    private static final int AT_ONCE = 4;

    private static final int PATIENCE_MS = 250;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final PublishedLog log;
    private final Cosignatures cosignatures;

    LogResource(PublishedLog log, Cosignatures cosignatures) {
        this.log = log;
        this.cosignatures = cosignatures;
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> checkpoint() {
        return text(inTurn(log::shown).map(it -> it.note().toString()));
    }

    @GET
    @Path("/newest")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> newest() {
        return text(inTurn(log::newest).map(it -> it.note().toString()));
    }

    @GET
    @Path("/{tile:tile/.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> tile(@RestPath String tile) {
        TilePath path;
        try {
            path = TilePath.parse(tile);
        } catch (FormatException e) {
            throw Problem.notFound();
        }
        byte[] bytes = inTurn(() -> log.tile(path)).orElseThrow(Problem::notFound);
        return answer(bytes, MediaType.APPLICATION_OCTET_STREAM, path.isFull() ? FOR_EVER : A_DAY);
    }

    @GET
    @Path("/inclusion/{index}")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> inclusion(@RestPath String index) {
        return text(inTurn(() -> log.inclusion(number(index))));
    }

    @GET
    @Path("/consistency/{old}")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<byte[]> consistency(@RestPath String old) {
        return text(inTurn(() -> log.consistency(number(old))));
    }

    @POST
    @Path("/cosignatures")
    @Consumes(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<Void> cosigned(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        switch (inTurn(() -> cosignatures.add(bytes))) {
            case KEPT -> {}
            case NOT_A_CHECKPOINT -> throw Problem.of(ProblemType.MALFORMED);
            case UNKNOWN_CHECKPOINT -> throw Problem.notFound();
            case UNKNOWN_WITNESS -> throw Problem.of(ProblemType.FORBIDDEN);
        }
        return RestResponse.noContent();
    }

    /** @throws Problem UNAVAILABLE when too many ask at once */
    private <T> T inTurn(Supplier<T> question) {
        try {
            if (!turns.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw Problem.of(ProblemType.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.UNAVAILABLE);
        }
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }

    /** @throws Problem NOT_FOUND unless it is a decimal number in its one spelling */
    static long number(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw Problem.notFound();
        }
        return Long.parseLong(text);
    }

    private static RestResponse<byte[]> text(Optional<String> text) {
        return answer(text.orElseThrow(Problem::notFound).getBytes(StandardCharsets.UTF_8), TEXT, SHORT);
    }

    private static RestResponse<byte[]> answer(byte[] bytes, String type, String kept) {
        return ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .build();
    }
}
