package org.simpul.console;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.simpul.testing.Person;
import org.simpul.testing.SignInResource;

import static io.restassured.RestAssured.given;

/** A browser without a screen: keeps cookies, asks in a language, and can sign in. */
final class Visitor {
    final Map<String, String> cookies = new HashMap<>();
    private final String language;

    Visitor(String language) {
        this.language = language;
    }

    /** Takes the road of the code flow, with a provider that lets everybody in. */
    static Visitor signedIn(Person person, String language) {
        Visitor visitor = new Visitor(language);
        Map<String, String> asked = query(visitor.get("/console").extract().header("Location"));
        visitor.get("/console?code=" + SignInResource.code(person, asked.get("nonce")) + "&state=" + asked.get("state"))
                .statusCode(302);
        return visitor;
    }

    ValidatableResponse get(String path) {
        return get(path, Map.of());
    }

    ValidatableResponse get(String path, Map<String, String> headers) {
        Response response = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .headers(headers)
                .header("Accept-Language", language)
                .accept("text/html, text/event-stream;q=0.5")
                .cookies(cookies)
                .get(path);
        cookies.putAll(response.cookies());
        return response.then();
    }

    static Map<String, String> query(String location) {
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
