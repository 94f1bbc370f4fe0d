package org.simpul.sharing;

import org.simpul.testing.Database;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** A hole in the database wall, and how it is closed again. */
enum SharingFault {
    /** Whoever asks sees every version. */
    POLICY_DROPPED {
        @Override
        String plant() {
            String sound = text("select pg_get_expr(polqual, polrelid) from pg_policy"
                    + " where polname = 'see' and polrelid = 'dissemination_version'::regclass");
            restore("true");
            return sound;
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser("alter policy see on dissemination_version using (" + sound + ")");
        }
    },
    /** A recall ends the row that it names, and leaves what was handed on from there. */
    CASCADE_SKIPPED {
        @Override
        String plant() {
            return changed(
                    "disclosure_to_reach",
                    "union all select d.id from public.disclosure d join hanging h on d.parent_id = h.id");
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser(sound);
        }
    },
    /** A row that hands on needs no consent. */
    CONSENT_CHECK_DROPPED {
        @Override
        String plant() {
            Database.updateAsSuperuser("alter table disclosure disable trigger under_consent");
            return "";
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser("alter table disclosure enable trigger under_consent");
        }
    },
    /** What hangs on a consent outlives it. */
    REVOCATION_RECALLS_NOTHING {
        @Override
        String plant() {
            return changed(
                    "consent_revoked", "where consent_id = new.consent_id and recalled_at is null", "where false");
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser(sound);
        }
    },
    /** What its owner takes back from an institution, that has on from somebody else. */
    TAKEN_BACK_FROM_ITS_OWNER_ALONE {
        @Override
        String plant() {
            return changed("taken_back_by_owner", "and consent_id is not null and recalled_at is null", "and false");
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser(sound);
        }
    },
    /** A consent still names whom its originator has taken it back from. */
    CONSENT_OUTLIVES_THE_RECALL {
        @Override
        String plant() {
            return changed("taken_back_by_owner", "and new.to_participant = any (g.recipients)", "and false");
        }

        @Override
        void restore(String sound) {
            Database.updateAsSuperuser(sound);
        }
    },
    /** What is over is read on. */
    EXPIRY_IGNORED {
        @Override
        String plant() {
            String sound = POLICY_DROPPED.plant();
            POLICY_DROPPED.restore(sound.replaceAll("\\(x\\.expires_at > now\\(\\)\\)", "true"));
            return sound;
        }

        @Override
        void restore(String sound) {
            POLICY_DROPPED.restore(sound);
        }
    };

    /** @return what is put back by {@link #restore} */
    abstract String plant();

    abstract void restore(String sound);

    private static String text(String query, Object... values) {
        return (String) Database.queryAsSuperuser(query, values).get(0);
    }

    /** @return the function as it was */
    private static String changed(String function, String from, String... to) {
        String sound = text("select pg_get_functiondef(p.oid) from pg_proc p where p.proname = ?", function);
        String fault = sound.replace(from, to.length == 0 ? "" : to[0]);
        assertNotEquals(sound, fault);
        Database.updateAsSuperuser(fault);
        return sound;
    }
}
