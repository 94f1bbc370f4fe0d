package org.simpul.matrix;

import java.util.UUID;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;

/**
 * Copies of the FIU's objects that another institution owns, made past both walls. There is one FIU, and today nobody
 * else owns such objects; without the copies nothing would be hidden from it, and no wall would be asked.
 */
final class Copies {
    private final UUID owner;

    Copies(UUID owner) {
        this.owner = owner;
    }

    Target intake(UUID intake) {
        return Target.of(copy("intake", "id", intake));
    }

    Target caseFile(UUID file) {
        return Target.of(copy("case_file", "id", file));
    }

    Target group(Target group) {
        return Target.of(copy("working_group", "id", UUID.fromString(group.id())));
    }

    Target typology(Target typology) {
        UUID id = UUID.fromString(typology.id());
        UUID copy = copy("typology", "id", id);
        copy("typology_version", "typology_id", id, "typology_id", copy.toString());
        return Target.of(copy);
    }

    /** Proposed to another than the FIU. */
    Target proposal(Target proposal) {
        return Target.of(
                copy("red_flag_proposal", "id", UUID.fromString(proposal.id()), "object_owner", owner.toString()));
    }

    /** Proposed to another than the FIU. */
    Target correction(Target correction) {
        return Target.of(copy(
                "identifier_correction", "id", UUID.fromString(correction.id()), "object_owner", owner.toString()));
    }

    Target reviewCopy(Target copy) {
        UUID id = UUID.fromString(copy.id());
        UUID typology = (UUID) Drafts.value("select typology_id from review_copy where id = ?", id);
        UUID version = (UUID) Drafts.value("select version_id from review_copy where id = ?", id);
        String file = copy("typology", "id", typology).toString();
        String draft =
                copy("typology_version", "id", version, "typology_id", file).toString();
        return Target.of(copy("review_copy", "id", id, "typology_id", file, "version_id", draft));
    }

    Target list(Target list) {
        UUID id = UUID.fromString(list.id());
        UUID copy = copy("identifier_list", "id", id);
        copy("identifier_list_edition", "list_id", id, "list_id", copy.toString());
        return Target.of(copy);
    }

    /** @param file copy of its case */
    Target dissemination(Target dissemination, Target file) {
        UUID version = UUID.fromString(dissemination.id());
        UUID head = (UUID) Drafts.value("select dissemination_id from dissemination_version where id = ?", version);
        UUID copy = copy("dissemination", "id", head, "case_id", file.id());
        return Target.of(copy("dissemination_version", "id", version, "dissemination_id", copy.toString()));
    }

    /** @return id of the copy */
    private UUID copy(String table, String key, UUID value, String... changes) {
        UUID copy = UUID.randomUUID();
        StringBuilder changed = new StringBuilder("{\"id\":\"%s\",\"owner\":\"%s\"".formatted(copy, owner));
        for (int i = 0; i < changes.length; i += 2) {
            changed.append(",\"%s\":\"%s\"".formatted(changes[i], changes[i + 1]));
        }
        int rows = Database.updateAsSuperuser(
                "insert into %1$s select (jsonb_populate_record(null::%1$s, to_jsonb(t) || ?::jsonb)).* from %1$s t where %2$s = ?"
                        .formatted(table, key),
                changed.append('}').toString(),
                value);
        if (rows != 1) {
            throw new IllegalStateException(rows + " copies of " + table);
        }
        return copy;
    }
}
