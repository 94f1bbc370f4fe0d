package org.simpul.delivery;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.access.SystemActor;
import org.simpul.delivery.OutgoingRepository.Claim;
import org.simpul.sharing.AccessPolicy;

/**
 * Carries what is due to its webhooks and mailboxes, at least once. Each target has one sending under way at a time, and
 * those of many go side by side: one that is slow, or fails, waits by itself.
 */
@ApplicationScoped
public class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int BATCH = 50;
    /** How long what is for a suspended institution waits before it is looked at again. */
    private static final Duration UNTIL_ADMITTED = Duration.ofHours(1);

    private final OutgoingRepository repository;
    private final ItemRepository items;
    private final ParticipantDirectory directory;
    private final PeopleDirectory people;
    private final SystemActor actor;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Reauthorisation reauthorisation;
    private final Outbound outbound;
    private final WebhookSender webhooks;
    private final MailSender mail;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Lane webhookLane = new Lane("webhook", 32);
    private final Lane mailLane = new Lane("mail", 4);

    Courier(
            OutgoingRepository repository,
            ItemRepository items,
            ParticipantDirectory directory,
            PeopleDirectory people,
            SystemActor actor,
            CurrentCaller current,
            AccessPolicy policy,
            Reauthorisation reauthorisation,
            Outbound outbound,
            WebhookSender webhooks,
            MailSender mail,
            DeliveryConfig config,
            InstantSource clock) {
        this.repository = repository;
        this.items = items;
        this.directory = directory;
        this.people = people;
        this.actor = actor;
        this.current = current;
        this.policy = policy;
        this.reauthorisation = reauthorisation;
        this.outbound = outbound;
        this.webhooks = webhooks;
        this.mail = mail;
        this.config = config;
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        webhookLane.close();
        mailLane.close();
    }

    @Scheduled(
            identity = "courier",
            every = "${simpul.courier.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        dispatch();
    }

    /** Starts what is due, and waits for none of it. */
    void dispatch() {
        start(webhookLane, true);
        if (config.mail().enabled()) {
            start(mailLane, false);
        }
    }

    /** What has come well makes room for the next of its target at once; what has failed waits for the next tick. */
    private void start(Lane lane, boolean toWebhooks) {
        synchronized (lane) {
            int room = lane.room();
            if (room > 0) {
                claim(toWebhooks, lane.busy(), room)
                        .forEach(claim -> lane.start(claim.target(), () -> send(claim), () -> start(lane, toWebhooks)));
            }
        }
    }

    /** Sends what is due now, one after the other. */
    public void drain() {
        drain(true);
        if (config.mail().enabled()) {
            drain(false);
        }
    }

    private void drain(boolean toWebhooks) {
        List<Claim> claims = claim(toWebhooks, Set.of(), BATCH);
        while (!claims.isEmpty()) {
            claims.forEach(this::send);
            claims = claim(toWebhooks, Set.of(), BATCH);
        }
    }

    private List<Claim> claim(boolean toWebhooks, Set<UUID> busy, int most) {
        // longer than any sending lasts
        Duration lease = config.patience().multipliedBy(6).plusMinutes(1);
        return repository.claim(toWebhooks, busy, most, clock.instant(), lease);
    }

    /** @return whether it has arrived; what fails in the hub itself is due again after its lease */
    private boolean send(Claim claim) {
        try {
            Member member = directory.byId(List.of(claim.owner())).get(claim.owner());
            if (member == null || directory.admitted(member.alias()).isEmpty()) {
                // nothing of a suspended institution can be read or written now; it waits
                repository.putOff(claim.id(), clock.instant().plus(UNTIL_ADMITTED));
                return false;
            }
            boolean seen = claim.personal() && isSeenByPerson(claim, member);
            Optional<Letter> letter = actor.act(Notifier.NAME, member, () -> outbound.prepare(claim.id(), seen));
            if (letter.isEmpty()) {
                return true;
            }
            SendResult result = deliver(letter.get());
            actor.act(Notifier.NAME, member, () -> outbound.settle(claim.id(), result));
            return result == SendResult.ACCEPTED;
        } catch (RuntimeException e) {
            LOG.errorf(e, "sending %s waits for its next try", claim.id());
            return false;
        }
    }

    private SendResult deliver(Letter letter) {
        if (letter instanceof Letter.ToWebhook toWebhook) {
            return webhooks.send(toWebhook);
        }
        return mail.send((Letter.ToMailbox) letter);
    }

    /** With the person's own eyes, which see what the institution's jobs do not, and with the roles that count now. */
    private boolean isSeenByPerson(Claim claim, Member member) {
        Item item = actor.act(Notifier.NAME, member, () -> items.of(policy.visibility(current.get()), claim.id()));
        return sees(member, item);
    }

    private boolean sees(Member member, Item item) {
        UUID person = Objects.requireNonNull(item.personId);
        Set<Role> roles = actor.act(Notifier.NAME, member, () -> people.roles(member.id(), person));
        boolean may = roles.stream()
                .flatMap(role -> role.permissions(member.kind()).stream())
                .map(Permission::text)
                .anyMatch(item.permission::equals);
        return may
                && actor.look(member, person, roles, () -> !reauthorisation
                        .seen(List.of(item))
                        .isEmpty());
    }
}
