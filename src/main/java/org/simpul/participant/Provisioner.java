package org.simpul.participant;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.SystemActor;

/**
 * Makes Keycloak like the hub's records. What is to be done stands in the records themselves (a revision that was not
 * provisioned yet), so a run that was cut off is finished by the next, and one institution's failure holds up no other.
 */
@ApplicationScoped
public class Provisioner {
    private static final Logger LOG = Logger.getLogger(Provisioner.class);
    private static final String ACTOR = "provisioner";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final ParticipantRepository repository;
    private final ProvisioningService service;

    Provisioner(
            SystemActor actor,
            ParticipantDirectory directory,
            ParticipantRepository repository,
            ProvisioningService service) {
        this.actor = actor;
        this.directory = directory;
        this.repository = repository;
        this.service = service;
    }

    /**
     * What came of a run.
     *
     * @param done aliases of those whom Keycloak is like now
     * @param failed aliases of those who wait for the next run
     */
    public record Result(List<String> done, List<String> failed) {}

    @Scheduled(
            identity = "provisioning",
            every = "${simpul.provisioning.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (directory.operator().isPresent()) {
            provisionPending();
        }
    }

    /** Whose record has changed since Keycloak was made like it. */
    public Result provisionPending() {
        return provision(repository::toProvision);
    }

    /** Every institution, whatever was provisioned before: for a Keycloak that has lost its database. */
    public Result provisionAll() {
        return provision(repository::listAll);
    }

    private Result provision(Supplier<List<Participant>> which) {
        ParticipantDirectory.Member operator = directory.operator().orElseThrow();
        List<Named> waiting = actor.act(ACTOR, operator, () -> which.get().stream()
                .map(member -> new Named(member.id, member.alias))
                .toList());
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        for (Named member : waiting) {
            try {
                actor.act(ACTOR, operator, () -> {
                    service.provision(member.id());
                    return member;
                });
                LOG.infof("Keycloak is like the record of %s", member.alias());
                result.done().add(member.alias());
            } catch (RuntimeException e) {
                LOG.warnf(e, "Keycloak is not like the record of %s yet; it is tried again", member.alias());
                result.failed().add(member.alias());
            }
        }
        return result;
    }

    private record Named(UUID id, String alias) {}
}
