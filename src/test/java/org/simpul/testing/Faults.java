package org.simpul.testing;

import java.util.UUID;

/** Makes the database refuse what would be told about one object: as if something of it were broken. */
public final class Faults {
    private Faults() {}

    public static void at(UUID object, Runnable meanwhile) {
        Drafts.execute(
                """
                create or replace function test_fault() returns trigger language plpgsql as $$
                begin raise exception 'a fault of the test'; end $$
                """);
        Drafts.execute("create trigger test_fault before insert on outbox_notification for each row"
                + " when (new.object_id = '" + object + "') execute function test_fault()");
        try {
            meanwhile.run();
        } finally {
            Drafts.execute("drop trigger test_fault on outbox_notification");
        }
    }
}
