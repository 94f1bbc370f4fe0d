package org.simpul.tlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** A log on HTTP (C2SP tlog-tiles). */
public final class LogClient implements Tiles {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST_NOTE = 64 * 1024;
    private static final int LARGEST_TILE = TilePath.FULL * (2 + 0xffff);

    private final HttpClient http;
    private final String prefix;
    private final Duration patience;

    /** @param prefix e.g. {@code https://hub.example/log} */
    public LogClient(URI prefix) {
        this(prefix, PATIENCE);
    }

    /** @param patience for an answer from its beginning to its end */
    LogClient(URI prefix, Duration patience) {
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.prefix = prefix.toString().replaceAll("/+$", "") + "/";
        this.patience = patience;
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + "cosignatures"))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        HttpResponse<byte[]> response = send(request, LARGEST_NOTE);
        if (response.statusCode() / 100 != 2) {
            throw new IOException("the log answers " + response.statusCode() + " to a cosignature");
        }
    }

    private byte[] get(String path, int largest) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(prefix + path))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = send(request, largest);
        if (response.statusCode() == 404) {
            throw new NoSuchFileException(path);
        }
        if (response.statusCode() != 200) {
            throw new IOException("the log answers " + response.statusCode() + " for " + path);
        }
        return decoded(response, largest);
    }

    private static byte[] decoded(HttpResponse<byte[]> response, int largest) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        return switch (encoding) {
            case "identity" -> response.body();
            case "gzip", "x-gzip" -> {
                try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
                    byte[] bytes = plain.readNBytes(largest + 1);
                    if (bytes.length > largest) {
                        throw new IOException("an answer that is too large");
                    }
                    yield bytes;
                }
            }
            default -> throw new IOException("an answer in an encoding that was not asked for");
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request, int largest) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request,
                info -> info.statusCode() == 200
                        ? new Capped(largest)
                        : HttpResponse.BodySubscribers.replacing(new byte[0]));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("the log does not come to an end of its answer", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /** A body of so many bytes at most. */
    private static final class Capped implements HttpResponse.BodySubscriber<byte[]> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final int largest;
        private Flow.Subscription subscription;

        private Capped(int largest) {
            this.largest = largest;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (buffer.remaining() > largest - bytes.size()) {
                    subscription.cancel();
                    body.completeExceptionally(new IOException("an answer that is too large"));
                    return;
                }
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
