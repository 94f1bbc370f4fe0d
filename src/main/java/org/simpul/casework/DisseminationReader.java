package org.simpul.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.identifier.Identifier;

/** Puts a dissemination together, and takes its digest. */
@ApplicationScoped
class DisseminationReader {
    private final DisseminationRepository repository;
    private final Recipients recipients;
    private final ObjectMapper json;

    DisseminationReader(DisseminationRepository repository, Recipients recipients, ObjectMapper json) {
        this.repository = repository;
        this.recipients = recipients;
        this.json = json;
    }

    /** @param version loaded in scope */
    DisseminationContent content(DisseminationVersion version) {
        List<DisseminationIdentifier> identifiers = repository.identifiers(version);
        Map<UUID, List<Identifier>> held = identifiers.stream()
                .filter(row -> row.subjectId != null)
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.subjectId),
                        Collectors.mapping(DisseminationIdentifier::identifier, Collectors.toList())));
        return new DisseminationContent(
                version.reference,
                version.product,
                version.letterNumber,
                version.letterDate,
                version.title,
                version.narrative,
                version.predicateOffence,
                version.legalBasis,
                version.purpose,
                version.intelligenceOnly,
                version.caveats,
                version.handling(),
                repository.subjects(version).stream()
                        .map(row -> new DisseminatedSubject(
                                row.reference,
                                row.kind,
                                row.roles(),
                                row.isProtected,
                                row.ageBand,
                                row.name,
                                held.getOrDefault(row.id, List.of())))
                        .toList(),
                identifiers.stream()
                        .filter(row -> row.subjectId == null)
                        .map(DisseminationIdentifier::identifier)
                        .toList(),
                repository.transactions(version).stream()
                        .map(DisseminatedTransaction::from)
                        .toList());
    }

    /** @param file the FIU's own, loaded in scope */
    DisseminationDesk desk(Dissemination file, DisseminationVersion version) {
        return new DisseminationDesk(
                version.id,
                file.caseId,
                file.status,
                version.revision,
                version.digest,
                file.returnReason,
                recipients.views(version));
    }

    /** @return SHA-256 over content and recipients, in hexadecimal: what is approved is what was handed over */
    String digest(DisseminationVersion version) {
        try {
            byte[] bytes = json.writeValueAsBytes(List.of(content(version), recipients.views(version)));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
