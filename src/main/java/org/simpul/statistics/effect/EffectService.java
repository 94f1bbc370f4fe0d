package org.simpul.statistics.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.Outcome;
import org.simpul.shared.Problem;
import org.simpul.statistics.effect.EffectReader.Pair;
import org.simpul.typology.TypologyService;
import org.simpul.typology.TypologyView;

/** How well a version works, for the institution that published it: what feeds the review of the next one. */
@ApplicationScoped
class EffectService {
    private static final List<Outcome> USEFUL =
            Stream.of(Outcome.values()).filter(Outcome::isSubstance).toList();

    private final CurrentCaller current;
    private final TypologyService typologies;
    private final EffectReader reader;
    private final AuditLog audit;

    EffectService(CurrentCaller current, TypologyService typologies, EffectReader reader, AuditLog audit) {
        this.current = current;
        this.typologies = typologies;
        this.reader = reader;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND when it is not the caller's own, STATE_CONFLICT when it was never published */
    @Transactional
    EffectView read(UUID typologyId, int number) {
        UUID fiu = current.get().participantId();
        TypologyView typology = typologies.read(typologyId, number);
        if (typology.workings() == null) {
            throw Problem.notFound();
        }
        if (typology.publishedAt() == null) {
            throw Problem.stateConflict("not_published");
        }
        UUID version = typology.versionId();
        Pair adoptions = reader.adoptions(fiu, version);
        Pair citing = reader.citing(fiu, version);
        Pair judged = reader.judged(fiu, version, USEFUL);
        Pair sightings = reader.sightings(version);
        long of = judged.first() + judged.second();
        audit.record(EffectAct.TYPOLOGY_EFFECT_READ, new AuditedObject("TYPOLOGY_VERSION", version, fiu));
        return new EffectView(
                typologyId,
                number,
                adoptions.first(),
                adoptions.second(),
                citing.first(),
                citing.second(),
                reader.outcomes(fiu, version),
                judged.first(),
                judged.second(),
                of == 0 ? null : (double) judged.first() / of,
                sightings.first(),
                sightings.second());
    }
}
