package org.simpul.matrix;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.shared.Ids;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions.Institution;

/** What tells an institution that there is an item: of the bank, of the agency, and of other ones. */
final class Alerts extends HubTest {
    private final Cast cast;
    private final Target ofTheBank;
    private final Target ofAnotherBank;
    private final Target ofTheAgency;
    private final Target ofAnotherAgency;
    private final Target recalled;
    private final Target forAColleague;
    private final Target webhook;
    private final Target webhookOfOthers;
    private final Target removed;
    private final Target removedOfOthers;
    private final Target sending;
    private final Target sendingOfOthers;

    Alerts(Cast cast, Target draft, Target otherDraft, Target disclosed, Target recalled, Target ofAnotherAgency) {
        this.cast = cast;
        ofTheBank = item(cast.bank, "REFERRAL", draft, null);
        ofAnotherBank = item(cast.otherBank, "REFERRAL", otherDraft, null);
        ofTheAgency = item(cast.agency, "DISSEMINATION_VERSION", disclosed, null);
        this.ofAnotherAgency = item(cast.otherAgency, "DISSEMINATION_VERSION", ofAnotherAgency, null);
        this.recalled = item(cast.agency, "DISSEMINATION_VERSION", recalled, null);
        forAColleague = item(cast.bank, "REFERRAL", draft, Drafts.id(cast.bank.person(Role.INVESTIGATOR)));
        webhook = webhook(cast.bank);
        webhookOfOthers = webhook(cast.otherBank);
        removed = webhook(cast.bank);
        remove(removed);
        removedOfOthers = webhook(cast.otherBank);
        remove(removedOfOthers);
        sending = sending(cast.bank, ofTheBank, webhook);
        sendingOfOthers = sending(cast.otherBank, ofAnotherBank, webhookOfOthers);
    }

    List<Target> notifications(Principal principal, Relation relation) {
        boolean bank = cast.isBank(principal) && principal != Principal.SUSPENDED;
        boolean agency = cast.isAgency(principal);
        return switch (relation) {
            case OWN -> bank ? List.of(ofTheBank) : agency ? List.of(ofTheAgency) : List.of();
            case RECALLED -> agency ? List.of(recalled) : List.of();
            case OTHERS ->
                bank
                        ? List.of(ofAnotherBank, forAColleague)
                        : agency ? List.of(ofAnotherAgency) : List.of(ofTheBank, ofTheAgency);
            default -> List.of();
        };
    }

    List<Target> webhooks(Principal principal, Relation relation) {
        return ofTheBank(webhook, webhookOfOthers, principal, relation);
    }

    List<Target> removedWebhooks(Principal principal, Relation relation) {
        return ofTheBank(removed, removedOfOthers, principal, relation);
    }

    List<Target> sendings(Principal principal, Relation relation) {
        return ofTheBank(sending, sendingOfOthers, principal, relation);
    }

    private List<Target> ofTheBank(Target target, Target others, Principal principal, Relation relation) {
        boolean bank = cast.isBank(principal) && principal != Principal.SUSPENDED;
        return switch (relation) {
            case OWN -> bank ? List.of(target) : List.of();
            case OTHERS -> List.of(bank ? others : target);
            default -> List.of();
        };
    }

    /** For everybody of the institution, or for one of it. */
    private static Target item(Institution owner, String kind, Target object, UUID person) {
        UUID id = Ids.next();
        Drafts.execute(
                """
                insert into notification (id, owner, source_id, position, person_id, permission, object_kind, object_id,
                  urgent, at)
                select ?, ?, gen_random_uuid(), (select coalesce(max(position), 0) + 1 from notification where owner = ?),
                  ?, ?, ?, ?, false, now()
                """,
                id,
                owner.id(),
                owner.id(),
                person,
                Permission.SELF_READ.text(),
                kind,
                UUID.fromString(object.id()));
        return Target.of(id);
    }

    private static Target webhook(Institution owner) {
        String id = as(owner.person(Role.PARTICIPANT_ADMIN))
                .body(Map.of("url", "https://hooks.simpul.test/matrix"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return Target.of(id);
    }

    private static void remove(Target webhook) {
        Drafts.execute("update webhook set removed_at = now() where id = ?", UUID.fromString(webhook.id()));
    }

    private static Target sending(Institution owner, Target item, Target webhook) {
        UUID id = Ids.next();
        Drafts.execute(
                """
                insert into outgoing (id, owner, notification_id, webhook_id, target, personal, urgent, state, attempts,
                  next_at, created_at)
                values (?, ?, ?, ?, ?, false, false, 'SENT', 1, now(), now())
                """,
                id,
                owner.id(),
                UUID.fromString(item.id()),
                UUID.fromString(webhook.id()),
                UUID.fromString(webhook.id()));
        return Target.of(id);
    }
}
