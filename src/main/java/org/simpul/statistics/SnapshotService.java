package org.simpul.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Quarter;

/** Takes what is shown of a quarter, once: a correction would tell, by its difference, what was corrected. */
@ApplicationScoped
class SnapshotService {
    private final CurrentCaller current;
    private final FactReader facts;
    private final StatisticRepository repository;
    private final StatisticsConfig config;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;

    SnapshotService(
            CurrentCaller current,
            FactReader facts,
            StatisticRepository repository,
            StatisticsConfig config,
            ObjectMapper json,
            AuditLog audit,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.current = current;
        this.facts = facts;
        this.repository = repository;
        this.config = config;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Takes, as the FIU, the statistics of a population that are not there yet. */
    @Transactional
    public void take(Population population, Quarter quarter) {
        UUID fiu = current.get().participantId();
        List<Statistic> missing = population.statistics().stream()
                .filter(statistic -> !repository.isTaken(statistic, quarter))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        List<Fact> counted = facts.read(population, fiu, quarter.from(zone), quarter.before(zone));
        for (Statistic statistic : missing) {
            UUID id = Ids.next();
            facts.write(id, fiu, statistic, quarter, text(counts(statistic, counted)), clock.instant());
            audit.record(
                    StatisticAct.STATISTIC_TAKEN,
                    new AuditedObject(StatisticService.KIND, id, fiu),
                    statistic.id() + " " + quarter.text());
        }
    }

    private List<CategoryCount> counts(Statistic statistic, List<Fact> counted) {
        Dimension dimension = statistic.dimension();
        int column = statistic.population().dimensions().indexOf(dimension);
        return Suppression.counts(
                dimension.categories(config),
                counted.stream()
                        .collect(Collectors.groupingBy(
                                fact -> dimension.category(fact.values().get(column), config))));
    }

    private String text(List<CategoryCount> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
