package org.simpul.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.simpul.typology.TypologyContent;

/** Reads the files of a set-up, whole and valid or not at all. */
@ApplicationScoped
class YamlFiles {
    private static final String LIBRARY = "/library/";

    private final YAMLMapper yaml = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final Validator validator;

    YamlFiles(Validator validator) {
        this.validator = validator;
    }

    /** @throws BootstrapFailure when the file is missing, is no YAML, or lacks something */
    ParticipantsFile participants(Path file) {
        if (!Files.isReadable(file)) {
            throw new BootstrapFailure("The file " + file + " can't be read.");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return read(content, ParticipantsFile.class, file.toString());
        } catch (IOException e) {
            throw new BootstrapFailure("The file " + file + " can't be read: " + e.getMessage());
        }
    }

    /** The typologies that come with the product, in the order of their index. */
    List<TypologyContent> library() {
        return Arrays.stream(fromLibrary("index.yaml", String[].class))
                .map(name -> fromLibrary(name, TypologyContent.class))
                .toList();
    }

    private <T> T fromLibrary(String name, Class<T> type) {
        try (InputStream content = YamlFiles.class.getResourceAsStream(LIBRARY + name)) {
            if (content == null) {
                throw new FileNotFoundException(LIBRARY + name);
            }
            return read(content, type, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(InputStream content, Class<T> type, String name) throws IOException {
        T value;
        try {
            value = yaml.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new BootstrapFailure("The file " + name + " is not as it should be"
                    + (e.getLocation() == null
                            ? ""
                            : " (line " + e.getLocation().getLineNr() + ")") + ": "
                    + e.getOriginalMessage());
        }
        if (value == null) {
            throw new BootstrapFailure("The file " + name + " is empty.");
        }
        String violations = validator.validate(value).stream()
                .map(violation -> snakeCase(violation.getPropertyPath().toString()) + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("\n  "));
        if (!violations.isEmpty()) {
            throw new BootstrapFailure("The file " + name + " is not as it should be:\n  " + violations);
        }
        return value;
    }

    private static String snakeCase(String path) {
        return path.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
