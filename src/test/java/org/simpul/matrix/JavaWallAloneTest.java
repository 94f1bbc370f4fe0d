package org.simpul.matrix;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The hub's role passes row-level security; only the conditions of the queries hide. */
@QuarkusTest
@TestProfile(JavaWallAloneTest.NoRowSecurity.class)
class JavaWallAloneTest extends OneWall {

    /** A hub and a database of its own: a plan that was made under row-level security would keep it. */
    public static final class NoRowSecurity implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Bypass.class));
        }
    }

    /** Runs when the database is up, and before the hub connects. */
    public static final class Bypass implements QuarkusTestResourceLifecycleManager {
        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            Drafts.execute("alter role simpul_app bypassrls");
            return Map.of();
        }

        @Override
        public void stop() {
            // its database goes as well
        }
    }

    @Override
    void requireDown(World world) {
        try {
            Object seen = Database.query(
                            world.cast.bank.id(),
                            null,
                            "select count(*) from referral where owner = ?",
                            world.cast.otherBank.id())
                    .get(0);
            assertEquals(2L, seen, "row-level security still stands");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
