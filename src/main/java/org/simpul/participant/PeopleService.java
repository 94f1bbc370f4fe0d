package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** An institution's own people, for its administrator: who they are is up to its identity provider. */
@ApplicationScoped
public class PeopleService {
    private final CurrentCaller current;
    private final PersonRepository people;
    private final ParticipantRepository participants;
    private final AuditLog audit;

    PeopleService(CurrentCaller current, PersonRepository people, ParticipantRepository participants, AuditLog audit) {
        this.current = current;
        this.people = people;
        this.participants = participants;
        this.audit = audit;
    }

    @Transactional
    public PeopleView list(PageRequest page) {
        UUID own = current.get().participantId();
        Page<PersonView> items = Page.of(people.newest(own, page), page.size(), person -> person.id)
                .map(PersonView::from);
        List<String> allowed = List.of(participants.findById(own).allowedRoles);
        audit.record(ParticipantAct.PEOPLE_LISTED, AuditedObject.list("PERSON"));
        return new PeopleView(items.items(), items.nextPageToken(), allowed);
    }

    /**
     * Switches a colleague off, or on again, from the next request on.
     *
     * @throws Problem STEP_UP_REQUIRED to switch somebody on without a second factor, NOT_FOUND for a machine and for who is no colleague, STATE_CONFLICT on oneself
     */
    @Transactional
    public PersonView set(UUID id, SwitchPerson command) {
        Caller caller = current.get();
        if (command.status() == PersonStatus.ACTIVE && !caller.hasSecondFactor()) {
            // off at once; on again is what whoever stole a session would want
            throw Problem.of(ProblemType.STEP_UP_REQUIRED);
        }
        Person person = people.find(caller.participantId(), id).orElseThrow(Problem::notFound);
        if (person.id.equals(caller.person())) {
            throw Problem.stateConflict("not_on_oneself");
        }
        people.set(person, command.status());
        audit.record(
                command.status() == PersonStatus.ACTIVE
                        ? ParticipantAct.PERSON_SWITCHED_ON
                        : ParticipantAct.PERSON_SWITCHED_OFF,
                new AuditedObject("PERSON", person.id, person.participantId));
        return PersonView.from(person);
    }
}
