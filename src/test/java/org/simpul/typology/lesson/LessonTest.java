package org.simpul.typology.lesson;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each typology of the library has its lessons, and they cite red flags that there are. */
@QuarkusTest
class LessonTest extends HubTest {
    private static final Path LIBRARY = Path.of("src/main/resources/library");
    private static final Pattern FILE = Pattern.compile("- (([A-Z]\\d\\d)-.*\\.yaml)");
    private static final Pattern CITED = Pattern.compile("(RF-\\d{3}|PPATK-\\d)");

    private static final List<Role> ROLES = List.of(
            Role.INVESTIGATOR,
            Role.FIU_ANALYST,
            Role.COMPLIANCE_OFFICER,
            Role.LE_OFFICER,
            Role.PARTNER_ANALYST,
            Role.FOREIGN_FIU_ANALYST);

    @Inject
    LessonFiles files;

    @Test
    void eachTypologyOfTheLibraryHasALessonForEveryKindOfReader() throws IOException {
        int[] typologies = {0};
        FILE.matcher(Files.readString(LIBRARY.resolve("index.yaml"))).results().forEach(file -> {
            typologies[0]++;
            assertEquals(
                    ROLES, files.of(file.group(2)).stream().map(Lesson::role).toList(), file.group(2));
        });
        assertEquals(13, typologies[0]);
    }

    @Test
    void whatAnExerciseCitesStandsInTheLibrary() throws IOException {
        StringBuilder library = new StringBuilder();
        try (var paths = Files.list(LIBRARY)) {
            for (Path path : paths.toList()) {
                library.append(Files.readString(path));
            }
        }
        int[] cited = {0};
        try (var paths = Files.list(Path.of("src/main/resources/lessons"))) {
            for (Path path : paths.toList()) {
                CITED.matcher(Files.readString(path)).results().forEach(code -> {
                    cited[0]++;
                    assertTrue(library.indexOf("code: " + code.group()) > 0, path + " cites " + code.group());
                });
            }
        }
        assertTrue(cited[0] > 30, cited[0] + " cited");
    }

    @Test
    void whoReadsATypologyReadsItsLessons() {
        Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        String id = Typologies.drafted(analyst);
        String path = "/api/v1/typologies/" + id + "/lessons";
        as(banker).get(path).then().statusCode(404);
        as(analyst).get(path).then().statusCode(200).body("items", empty());
        Database.updateAsSuperuser(
                "update typology_version set code = 'P01' where typology_id = ?", UUID.fromString(id));
        Typologies.publish(id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        long before = read(id);
        as(banker)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.role", contains(ROLES.stream().map(Role::name).toArray()))
                .body("items[0].exercise.answer", hasKey("id"))
                .body("items[0].exercise.answer", hasKey("en"));
        assertEquals(before + 1, read(id), "one read is one entry");
    }

    /** An exercise is read by members of every kind: it claims no guilt, and names nothing that leads to material. */
    @Test
    void noLessonTellsARedFlagAsProof() throws IOException {
        try (var paths = Files.list(Path.of("src/main/resources/lessons"))) {
            for (Path path : paths.toList()) {
                String text = Files.readString(path).replaceAll("\\s+", " ");
                assertTrue(
                        text.matches(".*(tidak pernah bukti|bukan bukti|tidak membuktikan).*"),
                        path + " in Indonesian");
                assertTrue(text.matches(".*(never proof|no proof|not proof|proves nothing).*"), path + " in English");
                assertFalse(
                        text.matches("(?i).*(pornogra|https?:|www\\.|\\.onion|proves that|terbukti bersalah).*"),
                        path + "");
            }
        }
    }

    private static long read(String id) {
        return Drafts.count(
                "from audit_entry where act = 'typology.lessons-listed' and object_id ="
                        + " (select v.id from typology_version v where v.typology_id = ?)",
                UUID.fromString(id));
    }
}
