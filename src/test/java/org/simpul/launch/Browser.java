package org.simpul.launch;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of a browser as a sign-in needs: cookies, redirects followed up to a given address, forms. */
final class Browser {

    private static final int MOST_REDIRECTS = 20;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new LoopbackCookies())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What came back in the end: a page, or the redirect to {@code stopAt}, which is not followed. */
    record Answer(URI location, int status, String body) {}

    Answer open(URI page, String stopAt) {
        return follow(HttpRequest.newBuilder(page).GET(), stopAt);
    }

    Answer submit(URI action, Map<String, String> fields, String stopAt) {
        var request = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return follow(request, stopAt);
    }

    /** Fields as {@code application/x-www-form-urlencoded}, for a query as well as for a body. */
    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Answer follow(HttpRequest.Builder first, String stopAt) {
        HttpRequest.Builder next = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(next);
            var redirect = response.headers().firstValue("Location").map(to -> response.uri()
                    .resolve(to));
            if (response.statusCode() / 100 != 3 || redirect.isEmpty()) {
                return new Answer(response.uri(), response.statusCode(), response.body());
            }
            if (redirect.get().toString().startsWith(stopAt)) {
                return new Answer(redirect.get(), response.statusCode(), "");
            }
            next = HttpRequest.newBuilder(redirect.get()).GET();
        }
        throw new LaunchFailure("The sign-in redirects without end.");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofSeconds(30)).build();
        try {
            return client.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            String server = built.uri().getScheme() + "://" + built.uri().getAuthority();
            throw new LaunchFailure("Nothing answers at " + server + ". Is Simpul running? ./simpul status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped while signing in.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Browsers treat http://localhost as a secure place and send Secure cookies there; Java's own jar does not. */
    private static final class LoopbackCookies extends CookieManager {

        private LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            var plain = new HashMap<>(headers);
            plain.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
                    ? values.stream()
                            .map(cookie -> cookie.replaceAll("(?i);\\s*Secure", ""))
                            .toList()
                    : values);
            super.put(uri, plain);
        }
    }
}
