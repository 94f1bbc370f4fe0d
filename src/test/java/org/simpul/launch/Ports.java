package org.simpul.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** The TCP ports on this machine's loopback address. */
record Ports(int postgres, int keycloak, int keycloakManagement, int hub, int hubManagement) {

    private static final String POSTGRES = "SIMPUL_POSTGRES_PORT";
    private static final String KEYCLOAK = "SIMPUL_KEYCLOAK_PORT";
    private static final String KEYCLOAK_MANAGEMENT = "SIMPUL_KEYCLOAK_MANAGEMENT_PORT";
    private static final String HUB = "SIMPUL_PORT";
    private static final String HUB_MANAGEMENT = "SIMPUL_MANAGEMENT_PORT";

    /** The usual ports, or those that the environment names. */
    static Ports from(Map<String, String> environment) {
        return new Ports(
                port(environment, POSTGRES, 5433),
                port(environment, KEYCLOAK, 8180),
                port(environment, KEYCLOAK_MANAGEMENT, 9180),
                port(environment, HUB, 8080),
                port(environment, HUB_MANAGEMENT, 8081));
    }

    /** As {@link #from(Map)}; where the environment is silent, the ports of the installation that is there. */
    static Ports from(Map<String, String> environment, State state) {
        Map<String, String> known = new HashMap<>(state.ports());
        known.putAll(environment);
        return from(known);
    }

    /** By the variables that name them, to be kept with an installation. */
    Map<String, String> byVariable() {
        return Map.of(
                POSTGRES, Integer.toString(postgres),
                KEYCLOAK, Integer.toString(keycloak),
                KEYCLOAK_MANAGEMENT, Integer.toString(keycloakManagement),
                HUB, Integer.toString(hub),
                HUB_MANAGEMENT, Integer.toString(hubManagement));
    }

    /** Ports that nobody uses at this moment, for a test beside a running demo. */
    static Ports free() {
        try (var a = new ServerSocket(0);
                var b = new ServerSocket(0);
                var c = new ServerSocket(0);
                var d = new ServerSocket(0);
                var e = new ServerSocket(0)) {
            return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort(), e.getLocalPort());
        } catch (IOException failure) {
            throw new LaunchFailure("This machine has no free port left.", failure);
        }
    }

    /** Fails, naming the port and the variable that moves it, when another program listens on one of them. */
    void requireFree() {
        requireFree(postgres, "PostgreSQL", POSTGRES);
        requireFree(keycloak, "Keycloak", KEYCLOAK);
        requireFree(keycloakManagement, "Keycloak's health check", KEYCLOAK_MANAGEMENT);
        requireFree(hub, "the hub", HUB);
        requireFree(hubManagement, "the hub's health check", HUB_MANAGEMENT);
    }

    private static void requireFree(int port, String user, String variable) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Port " + port + ", meant for " + user
                            + ", is taken by another program. Stop that program, or choose" + " another port: "
                            + variable + "=" + (port + 100) + " ./simpul …",
                    e);
        }
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the same message as a number out of range
        }
        throw new LaunchFailure(variable + " must be a port number from 1 to 65535.");
    }
}
