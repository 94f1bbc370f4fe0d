package org.simpul.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.WitnessGuard;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Received;

/** Takes a dissemination out of the hub, as it is read now, marked with its reader; the digest of the copy is kept. */
@ApplicationScoped
@Transactional
public class DocumentService {
    /** More would be a book that nobody reads: the JSON has them all. */
    private static final int MOST_ROWS = 1_200;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final DisseminationDocument document;
    private final ExportRule exports;
    private final ParticipantDirectory directory;
    private final ObjectMapper json;
    private final WitnessGuard witnesses;
    private final AuditLog audit;
    private final InstantSource clock;

    DocumentService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            DisseminationRepository repository,
            DisseminationReader reader,
            DisseminationDocument document,
            ExportRule exports,
            ParticipantDirectory directory,
            ObjectMapper json,
            WitnessGuard witnesses,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.reader = reader;
        this.document = document;
        this.exports = exports;
        this.directory = directory;
        this.json = json;
        this.witnesses = witnesses;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT before it is disseminated, where it needs consent, and for more rows than pages take */
    byte[] pages(UUID id) {
        return export(id, exported -> {
            DisseminationContent content = exported.content();
            int rows = content.subjects().size()
                    + content.identifiers().size()
                    + content.transactions().size();
            if (rows > MOST_ROWS) {
                throw Problem.stateConflict("document_too_long");
            }
            return document.render(exported);
        });
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT before it is disseminated, and where it needs consent */
    byte[] json(UUID id) {
        return export(id, exported -> {
            try {
                return json.writeValueAsBytes(exported);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a dissemination is always JSON", e);
            }
        });
    }

    private byte[] export(UUID id, Function<ExportedDissemination, byte[]> form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        DisseminationVersion version =
                repository.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        if (version.sealedAt == null) {
            throw Problem.stateConflict("not_disseminated");
        }
        witnesses.requireWitnessed();
        Optional<Received> handedOn = exports.require(caller, version);
        Map<UUID, Member> members = directory.byId(List.of(version.owner, caller.participantId()));
        byte[] bytes = form.apply(new ExportedDissemination(
                members.get(version.owner).name(),
                version.sealedAt,
                clock.instant(),
                new ExportedDissemination.Reader(
                        members.get(caller.participantId()).name(), caller.name()),
                reader.content(version, handedOn.orElse(null))));
        String digest = ContentDigests.sha256(bytes);
        exports.register(caller, version, digest);
        audit.record(CaseworkAct.DISSEMINATION_EXPORTED, DisseminationService.audited(version), digest);
        return bytes;
    }
}
