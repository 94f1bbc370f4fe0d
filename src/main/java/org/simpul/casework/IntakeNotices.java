package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.referral.Urgency;

/**
 * Tells the FIU that an intake wants something. What is urgent is told to all who may act; what is not, to whoever works
 * on it, as long as that person is there.
 */
@ApplicationScoped
class IntakeNotices {
    private final PeopleDirectory people;
    private final Notifications notifications;

    IntakeNotices(PeopleDirectory people, Notifications notifications) {
        this.people = people;
        this.notifications = notifications;
    }

    /** @param permission what the addressees hold */
    void put(Intake intake, Permission permission) {
        boolean urgent = intake.urgency == Urgency.P1;
        notifications.put(new Notification(
                intake.owner,
                urgent ? null : worker(intake, permission),
                permission,
                IntakeService.KIND,
                intake.id,
                urgent));
    }

    private @Nullable UUID worker(Intake intake, Permission permission) {
        UUID person = intake.assignedTo;
        return person != null
                        && people.roles(intake.owner, person).stream()
                                .anyMatch(role ->
                                        role.permissions(ParticipantKind.FIU).contains(permission))
                ? person
                : null;
    }
}
