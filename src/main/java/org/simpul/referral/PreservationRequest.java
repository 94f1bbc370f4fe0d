package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.Ids;

/** The FIU asks that held items are kept: a contribution of the FIU to the institution's referral. */
@Entity
class PreservationRequest {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;
    String[] items;
    LocalDate keepUntil;
    Instant at;

    static PreservationRequest of(UUID fiu, ReferralVersion version, AskToPreserve ask, Instant now) {
        PreservationRequest request = new PreservationRequest();
        request.id = Ids.next();
        request.owner = fiu;
        request.objectId = version.referralId;
        request.objectOwner = version.owner;
        request.items = ask.items().stream().distinct().toArray(String[]::new);
        request.keepUntil = ask.keepUntil();
        request.at = now;
        return request;
    }

    boolean asksFor(String item) {
        return List.of(items).contains(item);
    }
}
