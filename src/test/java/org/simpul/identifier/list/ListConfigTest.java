package org.simpul.identifier.list;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the settings of lists refuse before the hub starts. */
class ListConfigTest {
    @Test
    void changesAreNotToldForLongerThanTheDatabaseKeepsThem() {
        assertEquals(Duration.ofDays(92), config("P92D").changesKept());
        assertThrows(ConfigValidationException.class, () -> config("P92DT1S"));
    }

    private static ListConfig config(String changesKept) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return new SmallRyeConfigBuilder()
                    .withMapping(ListConfig.class)
                    .withDefaultValue("simpul.identifier-lists.changes-kept", changesKept)
                    .withValidator(new BeanValidationConfigValidator() {
                        @Override
                        public Validator getValidator() {
                            return validator;
                        }
                    })
                    .build()
                    .getConfigMapping(ListConfig.class);
        }
    }
}
