package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.participant.federation.Fingerprints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Keycloak is made like the hub's records, whatever became of it or of the run before. */
class ProvisioningIT extends InstitutionSteps {
    @TempDir
    static Path folder;

    /** Everything of an institution in Keycloak, without ids. */
    private Map<String, String> inKeycloak(String alias) {
        Map<String, String> found = new TreeMap<>();
        int organizations = 0;
        for (JsonNode organization : simpul.all("/organizations")) {
            if (organization.get("alias").asText().equals(alias)) {
                organizations++;
                found.put(
                        "organization",
                        organization.get("name").asText()
                                + organization.get("enabled").asText());
                JsonNode linked =
                        simpul.get("/organizations/" + organization.get("id").asText() + "/identity-providers");
                found.put("linked", linked.size() + linked.at("/0/alias").asText());
            }
        }
        found.put("organizations", String.valueOf(organizations));
        simpul.find("/identity-provider/instances/" + alias).ifPresent(provider -> {
            found.put("provider", provider.get("enabled").asText() + Faults.fields(provider.get("config")));
            TreeSet<String> mappers = new TreeSet<>();
            simpul.get("/identity-provider/instances/" + alias + "/mappers")
                    .forEach(mapper -> mappers.add(mapper.get("name").asText()
                            + mapper.get("identityProviderMapper")
                            + Faults.fields(mapper.get("config"))));
            found.put("mappers", mappers.toString());
        });
        return found;
    }

    @Test
    void aProvisioningThatWasCutOffAnywhereIsFinishedByTheNext() {
        Map<String, String> whole = inKeycloak("wallet-w");
        String provider = "/identity-provider/instances/wallet-w";
        List<Runnable> cuts = List.of(
                () -> simpul.delete(provider + "/mappers/"
                        + simpul.get(provider + "/mappers").at("/0/id").asText()),
                () -> simpul.get(provider + "/mappers")
                        .forEach(mapper -> simpul.delete(
                                provider + "/mappers/" + mapper.get("id").asText())),
                () -> simpul.put(
                        provider, simpul.get(provider).toString().replace("\"enabled\":true", "\"enabled\":false")),
                () -> simpul.delete("/organizations/" + organization("wallet-w") + "/identity-providers/wallet-w"),
                () -> simpul.delete(provider),
                () -> {
                    simpul.delete(provider);
                    simpul.delete("/organizations/" + organization("wallet-w"));
                });
        for (Runnable cut : cuts) {
            cut.run();
            assertNotEquals(whole, inKeycloak("wallet-w"));
            assertEquals(0, provision());
            assertEquals(whole, inKeycloak("wallet-w"));
        }
        removePeople("wallet-w");
        Api wati = new Api(installation.hub(), installation.tokens(), "wati", Map.of());
        assertEquals(200, wati.get("/me").status());
    }

    /** Whose provider was deleted by hand are somebody else's people to Keycloak. */
    private void removePeople(String alias) {
        for (JsonNode user : simpul.get("/users?search=" + alias + ":")) {
            simpul.delete("/users/" + user.get("id").asText());
        }
    }

    private String organization(String alias) {
        return simpul.all("/organizations").stream()
                .filter(organization -> organization.get("alias").asText().equals(alias))
                .map(organization -> organization.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void killedInTheMiddleItLeavesNothingDoubledAndNothingOpen() throws Exception {
        Map<String, Map<String, String>> whole = allInKeycloak();
        for (int done = 0; done < 3; done++) {
            Path log = folder.resolve("killed-" + done);
            Process running = installation.startProvisioning(log);
            int moment = done;
            Patience.until(
                    () -> provisioned(log),
                    count -> count > moment || !running.isAlive(),
                    "the provisioning does nothing");
            running.destroyForcibly();
            assertTrue(running.waitFor(10, TimeUnit.SECONDS));
            assertTrue(provisioned(log) < whole.size(), "it had ended before it was killed");
        }
        assertEquals(0, provision());
        assertEquals(whole, allInKeycloak());
    }

    private static long provisioned(Path log) {
        try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.of()) {
            return lines.filter(line -> line.contains("Keycloak is like the record of"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the exit code of the operator's command */
    private int provision() {
        try {
            Process running = installation.startProvisioning(folder.resolve("provision"));
            assertTrue(running.waitFor(2, TimeUnit.MINUTES));
            return running.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Map<String, String>> allInKeycloak() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        Demo.load(RunningHub.HOME)
                .participants()
                .forEach(institution -> all.put(institution.alias(), inKeycloak(institution.alias())));
        return all;
    }

    @Test
    void aKeycloakThatLostItsDatabaseComesBackFromTheHubsRecords() throws Exception {
        String before = ok(as("ana"), as("ana").get("/me")).get("person_id").asText();
        Map<String, Map<String, String>> whole = allInKeycloak();
        installation.loseKeycloak();
        assertEquals(List.of(), installation.admin("simpul").all("/organizations"));
        assertEquals(0, provision());
        ProvisioningIT after = new ProvisioningIT();
        assertEquals(whole, after.allInKeycloak());
        assertEquals(
                before,
                ok(after.as("ana"), after.as("ana").get("/me")).get("person_id").asText());
        // its provider was lost as well, and signs with a new key: only an amendment makes it known
        assertThrows(LaunchFailure.class, () -> after.as("xena").get("/me"));
        after.takeNewKeyOf("agency-x");
        assertEquals(200, after.as("xena").get("/me").status());
    }

    private void takeNewKeyOf(String alias) throws Exception {
        URI metadata = installation.keycloak().resolve("/realms/" + alias + "/protocol/saml/descriptor");
        String document = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metadata).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Api opik = as("opik");
        String path = "";
        for (JsonNode member : ok(opik, opik.get("/participants?page_size=200")).get("items")) {
            if (member.get("alias").asText().equals(alias)) {
                path = "/participants/" + member.get("id").asText();
            }
        }
        JsonNode change = opik.require(
                        opik.post(
                                path + "/changes",
                                """
                                {"change":"AMENDMENT","institution":{"name":"Satuan Perlindungan Anak Siber",
                                "kind":"LAW_ENFORCEMENT","jurisdiction":"ID","sector":null,
                                "agreement":{"reference":"PKS/2/2026","date":"2026-03-02"},
                                "roles":["le-officer","le-supervisor"],"identity_provider":{"protocol":"SAML",
                                "metadata_url":"%s","roles_claim":"simpul_roles","fingerprint":"%s"}}}"""
                                        .formatted(metadata, Fingerprints.of(document))),
                        201)
                .json();
        Application amendment =
                new Application(path, path + "/changes/" + change.get("id").asText());
        ok(opik, opik.post(amendment.change() + "/checks", null));
        approve("fitri", amendment);
        approve("oki", amendment);
        eventually(opik, path, "provisioned", "true");
    }
}
