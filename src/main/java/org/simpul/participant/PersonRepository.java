package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;

/** People of one institution; its machines are no people. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    List<Person> newest(UUID participant, PageRequest page) {
        return find(
                        "participantId = ?1 and kind = ?2 and id < ?3 order by id desc",
                        participant,
                        Person.Kind.HUMAN,
                        page.before())
                .range(0, page.size())
                .list();
    }

    Optional<Person> find(UUID participant, UUID id) {
        return find("participantId = ?1 and kind = ?2 and id = ?3", participant, Person.Kind.HUMAN, id)
                .firstResultOptional();
    }

    /** Works on the next request of the person; the database keeps to colleagues of who asks. */
    void set(Person person, PersonStatus status) {
        getEntityManager()
                .createNativeQuery("select cast(simpul_switch(?1, ?2) as text)")
                .setParameter(1, person.id)
                .setParameter(2, status.name())
                .getSingleResult();
        getEntityManager().refresh(person);
    }
}
