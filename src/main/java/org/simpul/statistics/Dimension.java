package org.simpul.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.simpul.casework.Outcome;
import org.simpul.casework.Product;
import org.simpul.identifier.sighting.SightingKind;
import org.simpul.typology.PredicateOffence;

/** What records are told apart by: a closed list, so that no category appears because somebody filed the first of it. */
enum Dimension {
    OFFENCE(true, names(PredicateOffence.values())),
    /** The categories are the sectors of the configuration. */
    SECTOR(true, List.of()),
    /** The categories are the codes of the configuration. */
    TYPOLOGY(true, List.of()),
    URGENCY(false, List.of("P1", "P2", "P3")),
    ACKNOWLEDGEMENT(false, List.of("WITHIN_1_HOUR", "WITHIN_1_DAY", "WITHIN_3_DAYS", "LATER", "NOT_ACKNOWLEDGED")),
    PRODUCT(false, names(Product.values())),
    OUTCOME(false, names(Outcome.values())),
    ANSWER(false, List.of("ANSWERED", "NOTHING_OR_NO_ANSWER")),
    SIGHTING(false, names(SightingKind.values()));

    static final String OTHER = "OTHER";

    private final boolean open;
    private final List<String> known;

    /** @param open whether a value outside of the list is counted, under {@link #OTHER} */
    Dimension(boolean open, List<String> known) {
        this.open = open;
        this.known = known;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    List<String> categories(StatisticsConfig config) {
        List<String> listed =
                switch (this) {
                    case SECTOR -> config.sectors();
                    case TYPOLOGY -> config.typologies();
                    default -> known;
                };
        return open ? Stream.concat(listed.stream(), Stream.of(OTHER)).toList() : listed;
    }

    /** @return the category that a value of a record falls into */
    String category(String value, StatisticsConfig config) {
        if (categories(config).contains(value)) {
            return value;
        }
        if (!open) {
            throw new IllegalStateException("%s has no category for a value of a record".formatted(this));
        }
        return OTHER;
    }
}
