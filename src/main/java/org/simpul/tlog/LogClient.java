package org.simpul.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.time.Duration;

/** A log on HTTP (C2SP tlog-tiles). */
public final class LogClient implements Tiles {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST_NOTE = 64 * 1024;
    private static final int LARGEST_TILE = TilePath.FULL * (2 + 0xffff);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String prefix;

    /** @param prefix e.g. {@code https://hub.example/log} */
    public LogClient(URI prefix) {
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
    }

    @Override
    public byte[] checkpoint() throws IOException {
        return get("checkpoint", LARGEST_NOTE);
    }

    /** Other logs have one checkpoint alone. */
    @Override
    public byte[] newest() throws IOException {
        try {
            return get("newest", LARGEST_NOTE);
        } catch (NoSuchFileException e) {
            return checkpoint();
        }
    }

    @Override
    public byte[] tile(TilePath path) throws IOException {
        return get(path.toString(), LARGEST_TILE);
    }

    /** Hands in a cosignature of a witness that lets nobody call it. */
    public void cosigned(String lines) throws IOException {
        HttpRequest request = request("cosignatures")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        HttpResponse<InputStream> response = send(request);
        response.body().close();
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the log answers " + response.statusCode() + " to a cosignature");
        }
    }

    private byte[] get(String path, int largest) throws IOException {
        HttpResponse<InputStream> response = send(request(path).GET().build());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 404) {
                throw new NoSuchFileException(path);
            }
            if (response.statusCode() != 200) {
                throw new IOException("the log answers " + response.statusCode() + " for " + path);
            }
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException(path + " is too large");
            }
            return bytes;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
