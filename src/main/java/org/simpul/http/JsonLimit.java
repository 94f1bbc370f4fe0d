package org.simpul.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** JSON is at most 1 MiB, also where no length was announced; files of rows have the server's own, larger limit. */
@Provider
public class JsonLimit implements ReaderInterceptor {
    static final long MAX_BYTES = 1024L * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && isJson(type.toString())) {
            context.setInputStream(new Counted(context.getInputStream()));
        }
        return context.proceed();
    }

    static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).matches("application/([^;]*\\+)?json\\b.*");
    }

    private static final class Counted extends FilterInputStream {
        private long left = MAX_BYTES;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw Problem.of(ProblemType.TOO_LARGE);
            }
        }
    }
}
