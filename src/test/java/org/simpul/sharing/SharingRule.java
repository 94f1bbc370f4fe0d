package org.simpul.sharing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule of who may read what, in memory, written from the domain's words alone: own it, or a live disclosure reaches
 * you; handed on only under the originator's consent. Institutions, people, versions, rows and consents are numbers; time
 * is in hours.
 */
final class SharingRule {
    static final int NOBODY = -1;
    static final int FOR_EVER = Integer.MAX_VALUE;

    /** An institution; an authority may be asked for consent, and may receive what is handed on. */
    static final class Institution {
        final boolean authority;
        boolean admitted = true;

        Institution(boolean authority) {
            this.authority = authority;
        }
    }

    /** Who asks: an institution, by one of its people or by none. */
    record Reader(int institution, int person) {}

    /** A sealed version; what its giver's suspension hides, and what can be handed on at all. */
    record Version(int owner, boolean hiddenBySuspension, boolean goesOn) {}

    /** To whom: exactly one of the three. */
    record To(int institution, int person, boolean authorities) {}

    /** A row of the ledger. */
    static final class Row {
        final int giver;
        final int version;
        final To to;
        final int parent;
        final int consent;
        final int strictness;
        final int until;
        boolean recalled;

        Row(int giver, int version, To to, int parent, int consent, int strictness, int until) {
            this.giver = giver;
            this.version = version;
            this.to = to;
            this.parent = parent;
            this.consent = consent;
            this.strictness = strictness;
            this.until = until;
        }
    }

    /** What an originator was asked, and what it said. */
    static final class Consent {
        final int asker;
        final int version;
        final Set<Integer> asked;
        final int askedUntil;
        Set<Integer> granted;
        int grantedUntil;
        boolean denied;
        boolean revoked;

        Consent(int asker, int version, Set<Integer> asked, int askedUntil) {
            this.asker = asker;
            this.version = version;
            this.asked = asked;
            this.askedUntil = askedUntil;
        }
    }

    final List<Institution> institutions = new ArrayList<>();
    final List<Version> versions = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<Consent> consents = new ArrayList<>();
    int clock;

    boolean reads(Reader reader, int version) {
        Institution institution = institutions.get(reader.institution());
        if (!institution.admitted) {
            return false;
        }
        if (versions.get(version).owner() == reader.institution()) {
            return true;
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).version == version && reaches(row, reader)) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(int row, Reader reader) {
        Row it = rows.get(row);
        if (!isLive(row) || versions.get(it.version).hiddenBySuspension() && !institutions.get(it.giver).admitted) {
            return false;
        }
        return it.to.institution() == reader.institution()
                || it.to.person() != NOBODY && it.to.person() == reader.person()
                || it.to.authorities() && institutions.get(reader.institution()).authority;
    }

    /** Not recalled, not over, its consent not revoked, and the same for each row above it. */
    boolean isLive(int row) {
        Row it = rows.get(row);
        return !it.recalled
                && it.until > clock
                && (it.consent == NOBODY || !consents.get(it.consent).revoked)
                && (it.parent == NOBODY || isLive(it.parent));
    }

    /** The owner gives what it has. */
    boolean disclose(int giver, int version, To to, int strictness, int until) {
        if (!institutions.get(giver).admitted || versions.get(version).owner() != giver) {
            return false;
        }
        rows.add(new Row(giver, version, to, NOBODY, NOBODY, strictness, until));
        return true;
    }

    /** Somebody hands on what reached its institution, as the originator consented. */
    boolean handOn(int giver, int parent, int consent, int to, int strictness, int until) {
        Row from = rows.get(parent);
        Consent under = consents.get(consent);
        boolean may = institutions.get(giver).admitted
                && versions.get(from.version).owner() != giver
                && isLive(parent)
                && from.to.institution() == giver
                && under.asker == giver
                && under.version == from.version
                && under.granted != null
                && !under.revoked
                && under.granted.contains(to)
                && under.grantedUntil > clock
                && until <= under.grantedUntil
                && strictness >= from.strictness;
        if (may) {
            rows.add(new Row(giver, from.version, new To(to, NOBODY, false), parent, consent, strictness, until));
        }
        return may;
    }

    /**
     * The giver takes it back, once; whoever lost what it handed on has lost the row as well, which is over with it. What its
     * owner takes back from an institution, that has from nobody, nor under a consent that was given before.
     */
    boolean recall(int giver, int row) {
        Row it = rows.get(row);
        boolean may = it.giver == giver
                && reads(new Reader(giver, NOBODY), it.version)
                && !it.recalled
                && (it.consent == NOBODY || !consents.get(it.consent).revoked);
        it.recalled |= may;
        if (may && it.consent == NOBODY && it.to.institution() != NOBODY) {
            rows.stream()
                    .filter(one -> one.version == it.version && one.to.institution() == it.to.institution())
                    .filter(one -> one.consent != NOBODY)
                    .forEach(one -> one.recalled = true);
            consents.stream()
                    .filter(consent -> consent.version == it.version && consent.granted != null)
                    .forEach(consent -> consent.granted.remove(it.to.institution()));
        }
        return may;
    }

    /** Asked of an authority, for authorities, by one whose institution it reaches. */
    boolean ask(int asker, int version, Set<Integer> recipients, int until) {
        Version it = versions.get(version);
        boolean reached = false;
        for (int row = 0; row < rows.size(); row++) {
            reached |= rows.get(row).version == version && rows.get(row).to.institution() == asker && isLive(row);
        }
        boolean may = institutions.get(asker).admitted
                && institutions.get(asker).authority
                && it.goesOn()
                && it.owner() != asker
                && institutions.get(it.owner()).authority
                && reached
                && until > clock
                && !recipients.isEmpty()
                && !recipients.contains(asker)
                && !recipients.contains(it.owner())
                && recipients.stream().allMatch(one -> institutions.get(one).authority);
        if (may) {
            consents.add(new Consent(asker, version, new HashSet<>(recipients), until));
        }
        return may;
    }

    /** The originator lets it be, for no more than was asked. */
    boolean grant(int originator, int consent, Set<Integer> recipients, int until) {
        Consent it = consents.get(consent);
        boolean may = mayDecide(originator, it)
                && !recipients.isEmpty()
                && it.asked.containsAll(recipients)
                && until <= it.askedUntil;
        if (may) {
            it.granted = new HashSet<>(recipients);
            it.grantedUntil = until;
        }
        return may;
    }

    boolean deny(int originator, int consent) {
        Consent it = consents.get(consent);
        boolean may = mayDecide(originator, it);
        it.denied |= may;
        return may;
    }

    private boolean mayDecide(int originator, Consent it) {
        return institutions.get(originator).admitted
                && versions.get(it.version).owner() == originator
                && it.granted == null
                && !it.denied;
    }

    boolean revoke(int originator, int consent) {
        Consent it = consents.get(consent);
        boolean may = institutions.get(originator).admitted
                && versions.get(it.version).owner() == originator
                && it.granted != null
                && !it.revoked;
        it.revoked |= may;
        return may;
    }
}
