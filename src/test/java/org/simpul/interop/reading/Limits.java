package org.simpul.interop.reading;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simpul.referral.Currencies;

/** Limits without a running hub: as they are configured, or small enough to be reached. */
public final class Limits {
    private Limits() {}

    public static ImportLimits small() {
        return of(Map.of(
                "max-bytes", "100000",
                "max-rows", "100",
                "max-row-length", "20000",
                "chunk-rows", "10",
                "max-elements", "500",
                "max-depth", "20",
                "max-subjects", "5"));
    }

    public static ImportLimits of(Map<String, String> changed) {
        Map<String, String> values = new TreeMap<>();
        changed.forEach((name, value) -> values.put("simpul.imports." + name, value));
        return config(ImportLimits.class, values);
    }

    /** A configuration as the operator would write it. */
    public static <T> T config(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(mapping);
    }

    public static Currencies currencies() {
        return new Currencies(List.of("BTC", "USDT"));
    }

    /** A file as it would have been taken; it goes with the folder. */
    public static Spooled spooled(Path folder, byte[] content) {
        try {
            Path file = Files.createTempFile(folder, "test", "");
            Files.copy(new ByteArrayInputStream(content), file, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
