package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A hub that is killed in the middle leaves all or nothing, and says so when it is asked again. */
class CrashIT extends InstitutionSteps {
    private static final int ROWS = 6_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final CountDownLatch restOfTheFile = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        restOfTheFile.countDown();
    }

    @Test
    void anImportWhoseHubIsKilledWhileTheFileComesInHasFailedWhole() {
        Api ana = as("ana");
        String draft = draft(ana);
        String run = openImport(ana, draft);
        CompletableFuture<HttpResponse<String>> upload = upload(run, new HalfOfAFile(rows()));
        Patience.until(
                () -> ok(ana, ana.get(run)).get("rows_read").asInt(), read -> read > 0, "no row of the file is read");

        installation.killHub();
        installation.startHub();

        assertTrue(upload.isCompletedExceptionally() || !upload.isDone(), "the upload was answered");
        JsonNode stands = eventually(ana, run, "status", "FAILED");
        assertEquals("interrupted", stands.get("failure").asText());
        assertEquals(0, transactions(ana, draft));
        importAgain(ana, draft);
    }

    @Test
    void anImportWhoseHubIsKilledAfterTheFileHasAllRowsOrNone() {
        Api ana = as("ana");
        String draft = draft(ana);
        String run = openImport(ana, draft);
        CompletableFuture<HttpResponse<String>> upload = upload(run, new ByteArrayInputStream(rows()));
        waitFor(upload, 150);

        installation.killHub();
        installation.startHub();

        JsonNode stands = Patience.until(
                () -> ok(ana, ana.get(run)),
                found -> !"RUNNING".equals(found.get("status").asText()),
                "the import neither failed nor succeeded");
        if (stands.get("status").asText().equals("OPEN")) {
            // the file had not reached the hub: the same import takes it
            assertEquals(0, transactions(ana, draft));
            ana.require(ana.putCsv(run + "/content", new String(rows(), StandardCharsets.UTF_8)), 200);
        }
        int expected = "FAILED".equals(stands.get("status").asText()) ? 0 : ROWS;
        assertEquals(expected, transactions(ana, draft));
        if (expected == 0) {
            importAgain(ana, draft);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void aSubmissionWhoseHubIsKilledHappenedOnceOrNotAtAll(int milliseconds) {
        Api citra = as("citra");
        String path = complete(as("ana"));
        as("ana").require(as("ana").post(path + "/handovers", null), 200);
        String digest = ok(citra, citra.get(path)).at("/version/digest").asText();
        String key = UUID.randomUUID().toString();
        CompletableFuture<HttpResponse<String>> decision = decide(path, digest, key);
        waitFor(decision, milliseconds);

        installation.killHub();
        installation.startHub();

        boolean told = decision.isDone() && !decision.isCompletedExceptionally();
        String before = ok(citra, citra.get(path)).get("status").asText();
        assertTrue(before.equals("SUBMITTED") || !told && before.equals("PENDING_APPROVAL"), before);
        HttpResponse<String> again = decide(path, digest, key).join();
        assertEquals(200, again.statusCode(), again::body);
        assertEquals("SUBMITTED", ok(citra, citra.get(path)).get("status").asText());
        JsonNode notices = Patience.until(
                () -> ok(citra, citra.get(path + "/notices")).get("items"),
                items -> !items.isEmpty(),
                "the FIU does not learn of the submission");
        int received = 0;
        for (JsonNode notice : notices) {
            received += notice.get("kind").asText().equals("RECEIVED") ? 1 : 0;
        }
        assertEquals(1, received);
    }

    private String draft(Api ana) {
        return "/referrals/"
                + ana.require(ana.post("/referrals", Bodies.fields("P2", "null")), 201)
                        .json()
                        .get("id")
                        .asText();
    }

    private String complete(Api ana) {
        String path = draft(ana);
        String typology = new Story(installation.hub(), tokens, new Progress(System.out)).publishedTypology();
        ana.require(ana.edit("PUT", path + "/red-flags", Bodies.redFlags(typology, "RF-010"), path), 200);
        ana.require(
                ana.edit(
                        "POST",
                        path + "/subjects",
                        Bodies.subject("MULE", "ADULT", "R. Sastra", Bodies.bankAccount("7000000001")),
                        path),
                201);
        return path;
    }

    private String openImport(Api ana, String draft) {
        JsonNode run = ana.require(
                        ana.post(
                                draft + "/imports",
                                "{\"mapping\":{\"currency\":\"IDR\",\"account\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\"}}}"),
                        201)
                .json();
        return draft + "/imports/" + run.get("id").asText();
    }

    private void importAgain(Api ana, String draft) {
        String run = openImport(ana, draft);
        ana.require(ana.putCsv(run + "/content", new String(rows(), StandardCharsets.UTF_8)), 200);
        assertEquals(ROWS, transactions(ana, draft));
    }

    private int transactions(Api ana, String draft) {
        int count = 0;
        String page = "";
        do {
            JsonNode rows = ok(ana, ana.get(draft + "/transactions?page_size=200" + page));
            count += rows.get("items").size();
            page = rows.get("next_page_token").isNull()
                    ? ""
                    : "&page_token=" + rows.get("next_page_token").asText();
        } while (!page.isEmpty());
        return count;
    }

    private static byte[] rows() {
        StringBuilder rows = new StringBuilder("date,amount,from_account,to_account,remark\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(LocalDate.of(2026, 1, 1).plusDays(i % 60))
                    .append(",50000,")
                    .append(7_700_000_000L + i)
                    .append(",9900112233,biaya sekolah\n");
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private CompletableFuture<HttpResponse<String>> upload(String run, InputStream file) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(installation.hub().resolve("/api/v1" + run + "/content"))
                        .PUT(BodyPublishers.ofInputStream(() -> file))
                        .header("Authorization", "Bearer " + tokens.of("ana"))
                        .header("Content-Type", "text/csv")
                        .build(),
                BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> decide(String path, String digest, String key) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(installation.hub().resolve("/api/v1" + path + "/decisions"))
                        .POST(BodyPublishers.ofString(Bodies.decision(digest)))
                        .header("Authorization", "Bearer " + tokens.of("citra"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void waitFor(CompletableFuture<?> answer, int milliseconds) {
        try {
            answer.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // killed in the middle, as is wanted
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its second half comes when somebody lets go. */
    private final class HalfOfAFile extends InputStream {
        private final ByteArrayInputStream file;
        private final int half;

        HalfOfAFile(byte[] bytes) {
            this.file = new ByteArrayInputStream(bytes);
            this.half = bytes.length * 11 / 12;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (file.available() <= half / 11) {
                try {
                    restOfTheFile.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            return file.read(into, offset, Math.min(length, 8_192));
        }
    }
}
