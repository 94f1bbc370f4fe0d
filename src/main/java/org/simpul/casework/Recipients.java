package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.agreement.Agreements;

/** The chosen audience of a dissemination: agencies, or named persons of theirs, or foreign FIUs. */
@ApplicationScoped
class Recipients {
    private final EntityManager database;
    private final ParticipantDirectory directory;
    private final Agreements agreements;

    Recipients(EntityManager database, ParticipantDirectory directory, Agreements agreements) {
        this.database = database;
        this.directory = directory;
        this.agreements = agreements;
    }

    /**
     * Puts the form's recipients in the place of those before.
     *
     * @throws Problem INVALID for who is no admitted recipient or no active person of one, for TLP:RED to an institution, and for
     *     a foreign FIU without a reference or beside others
     */
    void replace(DisseminationVersion version, DisseminationForm form) {
        remove(version);
        if (form.handling().tlp() == Tlp.RED && !form.agencies().isEmpty()) {
            throw Problem.invalid("recipients", "red_names_persons");
        }
        List<String> agencies = form.agencies();
        for (int i = 0; i < agencies.size(); i++) {
            add(version, recipient(agencies.get(i), abroad(form), "recipients[" + i + "]"), null, null);
        }
        List<NamedPerson> people = form.people();
        if (abroad(form) && !people.isEmpty()) {
            throw Problem.invalid("egmont_reference", "dissemination_crosses_alone");
        }
        for (int i = 0; i < people.size(); i++) {
            String field = "recipient_people[" + i + "]";
            NamedPerson person = people.get(i);
            add(version, recipient(person.agency(), false, field + ".agency"), personOf(person, field), person.login());
        }
        database.flush();
    }

    List<DisseminationRecipient> of(DisseminationVersion version) {
        return database.createQuery(
                        "from DisseminationRecipient r where r.owner = :owner and r.versionId = :version order by r.id",
                        DisseminationRecipient.class)
                .setParameter("owner", version.owner)
                .setParameter("version", version.id)
                .getResultList();
    }

    /**
     * Since they were chosen, an agency may have been suspended and a person switched off; what is sealed for them would
     * reach nobody.
     *
     * @throws Problem STATE_CONFLICT when one of them would receive nothing, or nothing is agreed with a foreign FIU
     */
    void requirePresent(DisseminationVersion version) {
        List<DisseminationRecipient> rows = of(version);
        Map<UUID, Member> members =
                directory.byId(rows.stream().map(row -> row.participantId).collect(Collectors.toSet()));
        members.values().forEach(agreements::requireAcross);
        for (DisseminationRecipient row : rows) {
            String alias = members.get(row.participantId).alias();
            if (directory.admitted(alias).isEmpty()
                    || row.login != null && !Objects.equals(row.personId, personOf(alias, row.login))) {
                throw Problem.stateConflict("recipient_gone");
            }
        }
    }

    /** Names of who would receive it, to be shown to the FIU before anything is shared. */
    List<RecipientView> views(DisseminationVersion version) {
        List<DisseminationRecipient> rows = of(version);
        Map<UUID, Member> members =
                directory.byId(rows.stream().map(row -> row.participantId).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new RecipientView(
                        members.get(row.participantId).alias(),
                        members.get(row.participantId).name(),
                        row.login))
                .toList();
    }

    void remove(DisseminationVersion version) {
        database.createQuery("delete from DisseminationRecipient r where r.owner = :owner and r.versionId = :version")
                .setParameter("owner", version.owner)
                .setParameter("version", version.id)
                .executeUpdate();
    }

    /** What crosses a border goes to foreign FIUs, and to nobody else. */
    private static boolean abroad(DisseminationForm form) {
        return form.egmontReference() != null;
    }

    private Member recipient(String alias, boolean abroad, String field) {
        Member member = directory.admitted(alias).orElseThrow(() -> Problem.invalid(field, "unknown_recipient"));
        if (member.kind() == ParticipantKind.FOREIGN_FIU && !abroad) {
            throw Problem.invalid("egmont_reference", "dissemination_without_egmont_reference");
        }
        if (member.kind() == ParticipantKind.LAW_ENFORCEMENT && abroad) {
            throw Problem.invalid("egmont_reference", "dissemination_crosses_alone");
        }
        if (member.kind() != (abroad ? ParticipantKind.FOREIGN_FIU : ParticipantKind.LAW_ENFORCEMENT)) {
            throw Problem.invalid(field, "unknown_recipient");
        }
        return member;
    }

    private UUID personOf(NamedPerson person, String field) {
        UUID found = personOf(person.agency(), person.login());
        if (found == null) {
            throw Problem.invalid(field + ".login", "unknown_recipient");
        }
        return found;
    }

    private @Nullable UUID personOf(String agency, String login) {
        return (UUID) database.createNativeQuery("select simpul_person_of(:agency, :login)")
                .setParameter("agency", agency)
                .setParameter("login", login)
                .getSingleResultOrNull();
    }

    private void add(DisseminationVersion version, Member agency, @Nullable UUID personId, @Nullable String login) {
        DisseminationRecipient row = new DisseminationRecipient();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.participantId = agency.id();
        row.personId = personId;
        row.login = login;
        database.persist(row);
    }
}
