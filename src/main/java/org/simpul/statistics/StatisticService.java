package org.simpul.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.Problem;

/** What is published, the same for everybody who may read it. */
@ApplicationScoped
public class StatisticService {
    static final String KIND = "STATISTIC";

    private final StatisticRepository repository;
    private final StatisticsConfig config;
    private final ObjectMapper json;
    private final AuditLog audit;

    StatisticService(StatisticRepository repository, StatisticsConfig config, ObjectMapper json, AuditLog audit) {
        this.repository = repository;
        this.config = config;
        this.json = json;
        this.audit = audit;
    }

    @Transactional
    Page<StatisticView> list() {
        audit.record(StatisticAct.STATISTIC_LISTED, AuditedObject.list(KIND));
        return new Page<>(
                Arrays.stream(Statistic.values())
                        .map(statistic -> StatisticView.of(statistic, config))
                        .toList(),
                null);
    }

    /** @throws Problem NOT_FOUND when nothing is defined under that id */
    @Transactional
    public StatisticTable read(String id) {
        Statistic statistic = Statistic.of(id).orElseThrow(Problem::notFound);
        StatisticTable table = new StatisticTable(
                id,
                repository.of(statistic).stream()
                        .map(snapshot -> StatisticTable.OfQuarter.of(snapshot.quarter, counts(snapshot)))
                        .toList());
        audit.record(StatisticAct.STATISTIC_READ, AuditedObject.list(KIND), id);
        return table;
    }

    private List<CategoryCount> counts(StatisticSnapshot snapshot) {
        try {
            return json.readValue(snapshot.counts, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
