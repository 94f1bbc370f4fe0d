package org.simpul.matrix;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With one of the two walls taken down, the other one alone hides the same. */
abstract class OneWall extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    /** Fails when the other wall still stands: then this would prove nothing. */
    abstract void requireDown(World world);

    /** Asked by those with the permission: the others are refused before either wall. */
    @Test
    void whatIsHiddenAnswersInTheBytesOfWhatDoesNotExist() {
        World world = new World(outbox);
        requireDown(world);
        Matrix matrix = Matrix.of(
                world,
                Operation.ofTheApi(),
                EnumSet.of(Relation.RECALLED, Relation.OTHERS, Relation.ABSENT),
                (operation, principal) -> Rule.may(principal, operation.id()));
        assertEquals(Set.of(), matrix.differences(), Matrix.order());
        assertTrue(matrix.size() > 10 * Principal.values().length, matrix.size() + " calls");
    }
}
