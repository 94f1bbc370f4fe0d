package org.simpul.interop.identifiers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.simpul.identifier.screening.ScreeningConfig;
import org.simpul.interop.reading.ImportLimits;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ValueFilesTest {

    private static ValueFiles with(String deadline, String interruptedAfter) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(ScreeningConfig.class)
                .withMapping(ImportLimits.class)
                .withDefaultValue("simpul.imports.deadline", deadline)
                .withDefaultValue("simpul.screening.interrupted-after", interruptedAfter)
                .build();
        return new ValueFiles(
                null,
                null,
                config.getConfigMapping(ScreeningConfig.class),
                config.getConfigMapping(ImportLimits.class),
                new ObjectMapper(),
                null,
                InstantSource.system());
    }

    @Test
    void aHubDoesNotStartThatWouldEndRunsWhoseFileMayStillCome() {
        assertThrows(IllegalStateException.class, () -> with("PT1H", "PT1H").atStart(new StartupEvent()));
        assertDoesNotThrow(() -> with("PT30M", "PT1H").atStart(new StartupEvent()));
    }
}
