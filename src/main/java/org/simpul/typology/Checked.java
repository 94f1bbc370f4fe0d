package org.simpul.typology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the sources of a typology's red flags were checked.
 *
 * @param count how many red flags, by verification
 * @param notVerified codes of the red flags that nobody has read at their publisher, by verification: they are starting
 *     points, to be checked before they are relied on
 */
@Schema(name = "TypologyChecked")
public record Checked(Map<Verification, Long> count, Map<Verification, List<String>> notVerified) {

    static Checked of(TypologyContent content) {
        return new Checked(
                content.redFlags().stream()
                        .collect(Collectors.groupingBy(
                                flag -> flag.provenance().verification(), TreeMap::new, Collectors.counting())),
                content.redFlags().stream()
                        .filter(flag -> flag.provenance().verification() != Verification.VERIFIED)
                        .collect(Collectors.groupingBy(
                                flag -> flag.provenance().verification(),
                                TreeMap::new,
                                Collectors.mapping(RedFlagContent::code, Collectors.toList()))));
    }
}
