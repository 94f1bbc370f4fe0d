package org.simpul.matrix;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Set;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.PermitAll;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The policy lets everybody see everything; only row-level security hides. */
@QuarkusTest
@TestProfile(DatabaseWallAloneTest.NoPolicy.class)
class DatabaseWallAloneTest extends OneWall {
    @Inject
    AccessPolicy policy;

    public static final class NoPolicy implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(PermitAll.class);
        }
    }

    @Override
    void requireDown(World world) {
        Caller caller =
                Caller.system("test", world.cast.bank.id(), world.cast.bank.alias(), ParticipantKind.REPORTING_ENTITY);
        assertEquals("1 = 1", policy.visibility(caller).owned("r"), "the policy still stands");
    }
}
