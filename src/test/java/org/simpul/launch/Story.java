package org.simpul.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Plays the demo over HTTP: each person asks the hub who they are. */
final class Story {

    private final URI hub;
    private final Tokens tokens;
    private final Demo demo;
    private final Progress progress;

    Story(URI hub, Tokens tokens, Demo demo, Progress progress) {
        this.hub = hub;
        this.tokens = tokens;
        this.demo = demo;
        this.progress = progress;
    }

    /** @throws LaunchFailure when a step did not go as told */
    void play() {
        for (Demo.Person person : demo.people()) {
            progress.say(person.login() + " (" + person.role() + "): " + me(person.login()));
        }
    }

    private String me(String login) {
        var request = HttpRequest.newBuilder(hub.resolve("/api/v1/me"))
                .header("Authorization", "Bearer " + tokens.of(login))
                .build();
        try {
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LaunchFailure("The hub does not know " + login + ": status " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new LaunchFailure("The hub does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped.", e);
        }
    }
}
