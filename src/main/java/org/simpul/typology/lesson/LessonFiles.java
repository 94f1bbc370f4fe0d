package org.simpul.typology.lesson;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lessons that come with the product, a file for each typology of the library; read once. */
@ApplicationScoped
class LessonFiles {
    private final YAMLMapper yaml = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final Map<String, List<Lesson>> read = new ConcurrentHashMap<>();
    private final Validator validator;

    LessonFiles(Validator validator) {
        this.validator = validator;
    }

    /** @param code of a typology, which holds letters, digits and hyphens alone */
    List<Lesson> of(String code) {
        return read.computeIfAbsent(code, this::load);
    }

    private List<Lesson> load(String code) {
        try (InputStream content = LessonFiles.class.getResourceAsStream("/lessons/" + code + ".yaml")) {
            if (content == null) {
                return List.of();
            }
            List<Lesson> lessons = List.of(yaml.readValue(content, Lesson[].class));
            if (lessons.stream().anyMatch(lesson -> !validator.validate(lesson).isEmpty())) {
                throw new IllegalStateException("the lessons of " + code + " lack a text");
            }
            return lessons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
