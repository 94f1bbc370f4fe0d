package org.simpul.identifier.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.shared.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SnapshotTest {

    private static final class Answer extends ByteArrayOutputStream {
        private boolean ended;

        @Override
        public void close() {
            ended = true;
        }
    }

    /** One portion, then the edition is recalled. */
    private static final class Recalled extends FeedService {
        private int asked;

        Recalled() {
            super(null, null, null, null, null, null, null, null);
        }

        @Override
        Portion portion(UUID id, int number, UUID after, int size) {
            if (asked++ > 0) {
                throw Problem.notFound();
            }
            UUID entry = UUID.randomUUID();
            Identifier phone = new Identifier(IdentifierType.PHONE, "", "+628123456789");
            return new Portion(List.of(new EntryView(entry, phone, 50, null, null, null)), entry);
        }
    }

    @Test
    void anEditionThatIsRecalledMeanwhileIsNotEndedAsAWholeOne() {
        Answer answer = new Answer();
        Snapshot snapshot = new Snapshot(new Recalled(), new ObjectMapper());
        assertThrows(Problem.class, () -> snapshot.of(UUID.randomUUID(), 1).write(answer));
        assertEquals(1, answer.toString().lines().count());
        assertFalse(answer.ended);
    }
}
