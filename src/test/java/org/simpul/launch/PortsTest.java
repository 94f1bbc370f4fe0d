package org.simpul.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortsTest {

    @Test
    void theEnvironmentMovesOnePortAndLeavesTheOthers() {
        assertEquals(new Ports(5433, 8180, 9180, 8082, 8081), Ports.from(Map.of("SIMPUL_PORT", "8082")));
    }

    @Test
    void anInstallationKeepsItsPortsUnlessTheEnvironmentMovesThem(@TempDir Path folder) {
        var state = new State(folder);
        state.rememberPorts(new Ports(1, 2, 3, 4, 5).byVariable());
        assertEquals(new Ports(1, 2, 3, 4, 5), Ports.from(Map.of(), state));
        assertEquals(new Ports(1, 2, 3, 6, 5), Ports.from(Map.of("SIMPUL_PORT", "6"), state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "65536", "-1"})
    void whatIsNoPortIsRefusedByTheNameOfItsVariable(String value) {
        var refused = assertThrows(LaunchFailure.class, () -> Ports.from(Map.of("SIMPUL_KEYCLOAK_PORT", value)));
        assertTrue(refused.getMessage().startsWith("SIMPUL_KEYCLOAK_PORT "), refused.getMessage());
    }

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            var ports = new Ports(
                    free.postgres(),
                    free.keycloak(),
                    free.keycloakManagement(),
                    other.getLocalPort(),
                    free.hubManagement());
            var refused = assertThrows(LaunchFailure.class, ports::requireFree);
            assertTrue(refused.getMessage().contains("Port " + other.getLocalPort()), refused.getMessage());
            assertTrue(refused.getMessage().contains("SIMPUL_PORT="), refused.getMessage());
        }
    }
}
