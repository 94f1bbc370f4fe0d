package org.simpul.typology;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.Handling;

/**
 * What a typology says; the same shape in the API and in the library's files.
 *
 * @param code stable over all versions, e.g. {@code T02}
 * @param jurisdictions ISO 3166-1 alpha-2; empty for anywhere
 */
@Schema(
        name = "TypologyContent",
        example =
                """
                {"code":"T90","title":{"id":"Rekening penampung","en":"Collector account"},
                "summary":{"id":"Banyak pengirim, satu penerima.","en":"Many senders, one receiver."},
                "narrative":{"id":"Uang masuk dari banyak pihak.","en":"Money comes in from many parties."},
                "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","jurisdictions":["ID"],"channels":["E_WALLET"],
                "handling":{"tlp":"TLP:AMBER","pap":"PAP:AMBER"},"combination":{"threshold":60,"at_least":2},
                "red_flags":[{"code":"RF-901","text":{"id":"Banyak pengirim","en":"Many senders"},
                "category":"NETWORK","weight":40,"provenance":{"publisher":"Simpul","date":null,
                "reference":"Practitioner background","verification":"BACKGROUND"}},
                {"code":"RF-902","text":{"id":"Tarik tunai segera","en":"Immediate cash-out"},
                "category":"TRANSACTION_PATTERN","weight":30,"provenance":{"publisher":"Simpul","date":"2025-03",
                "reference":"Practitioner background","verification":"BACKGROUND"}}]}""")
public record TypologyContent(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,15}") String code,
        @NotNull @Valid Editions title,
        @NotNull @Valid Editions summary,
        @NotNull @Valid Editions narrative,
        @NotNull PredicateOffence predicateOffence,
        @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = "[A-Z]{2}") String> jurisdictions,
        @NotNull Set<@NotNull Channel> channels,
        @NotNull @Valid Handling handling,
        @NotNull @Valid Combination combination,
        @NotNull @NotEmpty @Size(max = 50) @Valid List<@NotNull RedFlagContent> redFlags) {
    private static final int MAX_TITLE = 300;
    private static final int MAX_SUMMARY = 2_000;

    /**
     * A red flag is never proof (R9): no flag reaches the threshold alone, who or where somebody is weighs nothing, and
     * the flags together can reach what the combination asks for.
     *
     * @throws Problem INVALID naming each field that breaks the rule
     */
    void requireSound() {
        List<Violation> violations = new ArrayList<>();
        if (title.isLongerThan(MAX_TITLE)) {
            violations.add(new Violation("title", "size"));
        }
        if (summary.isLongerThan(MAX_SUMMARY)) {
            violations.add(new Violation("summary", "size"));
        }
        if (title.isEmpty()) {
            violations.add(new Violation("title", "required"));
        }
        Set<String> codes = new HashSet<>();
        int sum = 0;
        int weighing = 0;
        for (int i = 0; i < redFlags.size(); i++) {
            RedFlagContent flag = redFlags.get(i);
            String field = "red_flags[" + i + "].";
            if (!codes.add(flag.code())) {
                violations.add(new Violation(field + "code", "red_flag_twice"));
            }
            if (flag.category() == Category.CONTEXT && flag.weight() != 0) {
                violations.add(new Violation(field + "weight", "context_weighs_nothing"));
            }
            if (flag.weight() >= combination.threshold()) {
                violations.add(new Violation(field + "weight", "one_flag_suffices"));
            }
            sum += flag.weight();
            weighing += flag.weight() > 0 ? 1 : 0;
        }
        if (sum < combination.threshold()) {
            violations.add(new Violation("combination.threshold", "out_of_reach"));
        }
        if (combination.atLeast() > weighing) {
            violations.add(new Violation("combination.at_least", "out_of_reach"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /**
     * Whether both editions are there of every text.
     *
     * @throws Problem INCOMPLETE naming each text and language that is missing
     */
    void requireBothEditions() {
        List<Violation> missing = new ArrayList<>();
        missing.addAll(title.missing("title"));
        missing.addAll(summary.missing("summary"));
        missing.addAll(narrative.missing("narrative"));
        for (int i = 0; i < redFlags.size(); i++) {
            missing.addAll(redFlags.get(i).text().missing("red_flags[" + i + "].text"));
        }
        if (!missing.isEmpty()) {
            throw Problem.incomplete(missing);
        }
    }

    /** @return the same with one red flag more */
    TypologyContent with(RedFlagContent flag) {
        List<RedFlagContent> flags = new ArrayList<>(redFlags);
        flags.add(flag);
        return new TypologyContent(
                code,
                title,
                summary,
                narrative,
                predicateOffence,
                jurisdictions,
                channels,
                handling,
                combination,
                List.copyOf(flags));
    }
}
