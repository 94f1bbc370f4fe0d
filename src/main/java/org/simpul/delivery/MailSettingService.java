package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.AccessPolicy;

/** Addresses for mail: the institution's, set by its administrator, and each person's own. */
@ApplicationScoped
class MailSettingService {
    private static final String CHANNELS = "NOTIFICATION_CHANNEL";
    private static final String SETTINGS = "NOTIFICATION_SETTING";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MailSettingRepository repository;
    private final AgreedTargets targets;
    private final AuditLog audit;
    private final InstantSource clock;

    MailSettingService(
            CurrentCaller current,
            AccessPolicy policy,
            MailSettingRepository repository,
            AgreedTargets targets,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.targets = targets;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    MailAddresses.Tagged readChannels() {
        MailAddresses.Tagged addresses = read(null);
        audit.record(DeliveryAct.NOTIFICATION_CHANNELS_READ, AuditedObject.list(CHANNELS));
        return addresses;
    }

    /** @throws Problem INVALID for an address outside of the agreed domains, VERSION_CHANGED */
    @Transactional
    MailAddresses.Tagged setChannels(@Nullable String ifMatch, MailAddresses addresses) {
        MailAddresses.Tagged set = set(null, ifMatch, addresses);
        audit.record(DeliveryAct.NOTIFICATION_CHANNELS_SET, AuditedObject.list(CHANNELS), "revision " + set.revision());
        return set;
    }

    @Transactional
    MailAddresses.Tagged readOwn() {
        MailAddresses.Tagged addresses = read(current.get().person());
        audit.record(DeliveryAct.NOTIFICATION_SETTINGS_READ, AuditedObject.list(SETTINGS));
        return addresses;
    }

    /** @throws Problem as for the institution's */
    @Transactional
    MailAddresses.Tagged setOwn(@Nullable String ifMatch, MailAddresses addresses) {
        MailAddresses.Tagged set = set(current.get().person(), ifMatch, addresses);
        audit.record(DeliveryAct.NOTIFICATION_SETTINGS_SET, AuditedObject.list(SETTINGS), "revision " + set.revision());
        return set;
    }

    private MailAddresses.Tagged read(@Nullable UUID person) {
        return repository
                .of(policy.visibility(current.get()), person)
                .map(MailSettingService::tagged)
                .orElseGet(() -> new MailAddresses.Tagged(0, new MailAddresses(List.of(), List.of())));
    }

    private MailAddresses.Tagged set(@Nullable UUID person, @Nullable String ifMatch, MailAddresses addresses) {
        Caller caller = current.get();
        MailSetting setting =
                repository.of(policy.visibility(caller), person).orElseGet(() -> begin(caller.participantId(), person));
        EntityTags.requireMatch(ifMatch, setting.revision);
        requireAgreed(caller.participantAlias(), addresses);
        setting.routine = addresses.routine().stream().distinct().toArray(String[]::new);
        setting.urgent = addresses.urgent().stream().distinct().toArray(String[]::new);
        setting.revision++;
        setting.changedBy = caller.person();
        setting.changedAt = clock.instant();
        repository.persistAndFlush(setting);
        return tagged(setting);
    }

    private void requireAgreed(String alias, MailAddresses addresses) {
        List<Violation> violations = new ArrayList<>();
        addresses.routine().stream()
                .filter(address -> !targets.allowsMail(alias, address))
                .forEach(address -> violations.add(new Violation("routine", "domain_not_agreed")));
        addresses.urgent().stream()
                .filter(address -> !targets.allowsMail(alias, address))
                .forEach(address -> violations.add(new Violation("urgent", "domain_not_agreed")));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.stream().distinct().toList());
        }
    }

    private static MailSetting begin(UUID owner, @Nullable UUID person) {
        MailSetting setting = new MailSetting();
        setting.id = Ids.next();
        setting.owner = owner;
        setting.personId = person;
        return setting;
    }

    private static MailAddresses.Tagged tagged(MailSetting setting) {
        return new MailAddresses.Tagged(
                setting.revision, new MailAddresses(List.of(setting.routine), List.of(setting.urgent)));
    }
}
