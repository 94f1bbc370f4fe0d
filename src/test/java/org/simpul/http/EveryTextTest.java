package org.simpul.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No field of any request takes a picture: each text that a command can hold is tried, however deep it lies. */
@QuarkusTest
class EveryTextTest extends HubTest {
    private static final String PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";

    /** What comes in as something else than text, and can hold none. */
    private static final Set<Class<?>> NO_TEXT = Set.of(
            UUID.class,
            LocalDate.class,
            Instant.class,
            BigDecimal.class,
            Integer.class,
            Long.class,
            Boolean.class,
            int.class,
            long.class,
            boolean.class);

    @Inject
    ObjectMapper json;

    private static Stream<Class<?>> commands() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.simpul").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(EveryTextTest::answersRequests)
                        .flatMap(EveryTextTest::bodies)
                        .filter(type -> !Set.of(String.class, byte[].class).contains(type))
                        .filter(type -> type.getName().startsWith("org.simpul."))
                        .distinct();
    }

    private static boolean answersRequests(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    /** Parameters that are read from the body: those that no annotation takes from elsewhere. */
    private static Stream<Class<?>> bodies(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .map(Annotation::annotationType)
                        .allMatch(type -> type.getName().startsWith("jakarta.validation.")))
                .map(parameter -> parameter.getType());
    }

    /** Puts bodies with a picture in one text each into {@code bodies}, by the path of the text. */
    private void collect(Type type, String path, Wrap wrap, Map<String, Object> bodies, Set<String> unknown) {
        // an open value is read as the text that it is
        if (type == String.class || type == Object.class) {
            bodies.put(path, wrap.around(PICTURE));
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            collect(
                    generic.getActualTypeArguments()[1],
                    path + "{}",
                    value -> wrap.around(Map.of("k", value)),
                    bodies,
                    unknown);
            bodies.put(path + "{key}", wrap.around(Map.of(PICTURE, "x")));
        } else if (type instanceof ParameterizedType generic
                && Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
            collect(
                    generic.getActualTypeArguments()[0],
                    path + "[]",
                    value -> wrap.around(List.of(value)),
                    bodies,
                    unknown);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                String name = json.getPropertyNamingStrategy() == null
                        ? component.getName()
                        : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase();
                collect(
                        component.getGenericType(),
                        path + "." + name,
                        value -> wrap.around(Map.of(name, value)),
                        bodies,
                        unknown);
            }
        } else if (!(type instanceof Class<?> plain && (plain.isEnum() || NO_TEXT.contains(plain)))) {
            unknown.add(path + ": " + type.getTypeName());
        }
    }

    private interface Wrap {
        Object around(Object value);
    }

    @Test
    void everyTextOfEveryCommandRefusesAPicture() {
        Set<String> taken = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        int[] texts = {0};
        commands().forEach(command -> {
            Map<String, Object> bodies = new LinkedHashMap<>();
            collect(command, command.getSimpleName(), value -> value, bodies, unknown);
            bodies.forEach((path, body) -> {
                texts[0]++;
                try {
                    json.readValue(json.writeValueAsBytes(body), command);
                    taken.add(path);
                } catch (JsonMappingException e) {
                    if (!(e instanceof RefusedText refused && refused.code().equals("no_media"))) {
                        taken.add(path + " (" + e.getClass().getSimpleName() + ")");
                    }
                } catch (IOException e) {
                    taken.add(path + " " + e.getClass().getSimpleName());
                }
            });
        });
        assertEquals(Set.of(), unknown, "what a command holds is a record, a collection, a text or no text at all");
        assertEquals(Set.of(), taken);
        assertTrue(texts[0] > 60, texts[0] + " texts");
    }

    @Test
    void onlyTheFactIsWrittenDown() {
        long before = Drafts.count("from audit_entry where act = 'media.refused' and outcome = 'DENIED'");
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .body(Map.of("narrative", "lihat " + PICTURE))
                .post("/api/v1/referrals")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("narrative"))
                .body("violations[0].code", equalTo("no_media"))
                .body(not(containsString("iVBOR")));
        assertEquals(before + 1, Drafts.count("from audit_entry where act = 'media.refused' and outcome = 'DENIED'"));
    }

    @Test
    void theTestTellsARefusalFromAnotherFailure() {
        assertInstanceOf(
                RefusedText.class,
                assertThrows(JsonMappingException.class, () -> json.readValue("\"" + PICTURE + "\"", String.class)));
    }
}
