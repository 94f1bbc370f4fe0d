package org.simpul.http;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The database of the tests runs without fsync. */
@QuarkusTest
class DurabilityTest extends HubTest {
    @Inject
    AgroalDataSource database;

    @Test
    void theHubDoesNotStartOnADatabaseThatMayLoseData() {
        Durability strict = new Durability(database, () -> true);
        var refusal = assertThrows(IllegalStateException.class, () -> strict.start(new StartupEvent()));
        assertTrue(refusal.getMessage().contains("fsync"));
        assertEquals(Status.DOWN, strict.call().getStatus());
    }

    @Test
    void aThrowAwayDatabaseIsAllowedWhereItIsSaid() {
        Durability lenient = new Durability(database, () -> false);
        assertDoesNotThrow(() -> lenient.start(new StartupEvent()));
        assertEquals(Status.UP, lenient.call().getStatus());
    }
}
