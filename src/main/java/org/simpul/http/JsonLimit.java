package org.simpul.http;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.CountedInputStream;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * A body is JSON of at most 1 MiB, also where no length was announced; files for an import have the server's own,
 * larger limit. The framework would read JSON under other names as well, such as x-ndjson, any type or none at all.
 */
@Provider
public class JsonLimit implements ReaderInterceptor {
    static final long MAX_BYTES = 1024L * 1024;

    /** What an import takes: rows, workbooks, messages and reports. */
    private static final List<String> FILES = List.of(
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            MediaType.APPLICATION_XML,
            "application/x-ndjson");

    /** A checkpoint with cosignatures. */
    private static final String NOTE = MediaType.TEXT_PLAIN;

    private static final Pattern IMPORT =
            Pattern.compile("/api/v1/(?:(?:referrals|identifier-lists)/[^/]+/imports|screening-runs)/[^/]+/content");
    /** JSON everywhere, and XML where an identity provider's metadata are handed in. */
    private static final List<String> DOCUMENTS =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, "application/samlmetadata+xml");

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String type = String.valueOf(context.getMediaType());
        // an operation that reads a stream reads a file, with limits of its own
        if (context.getType() != InputStream.class
                || !is(NOTE, type) && FILES.stream().noneMatch(file -> is(file, type))) {
            if (DOCUMENTS.stream().noneMatch(document -> is(document, type))) {
                throw new NotSupportedException();
            }
            context.setInputStream(new Counted(context.getInputStream()));
        }
        return context.proceed();
    }

    /** Whether a file may come there, of the server's own largest length. */
    static boolean isFile(String path, @Nullable String contentType) {
        return contentType != null
                && IMPORT.matcher(path).matches()
                && FILES.stream().anyMatch(file -> is(file, contentType));
    }

    private static boolean is(String type, String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(type);
    }

    private static final class Counted extends CountedInputStream {
        private long left = MAX_BYTES;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        protected void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.of(ProblemType.TOO_LARGE);
            }
        }
    }
}
