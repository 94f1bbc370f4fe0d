package org.simpul.oversight;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.audit.Act;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Holds the acts that count as reading persons against all acts that there are. */
class ContentReadsTest {
    private static final Pattern READING =
            Pattern.compile(".*[.-](read|compared|expanded|previewed|exported|searched)");

    /** What is read by these names nobody who is reported, sought or protected. */
    private static final Set<String> NOTHING_OF_PERSONS = Set.of(
            "access.report-read",
            "agreement.read",
            "audit.exported",
            "audit.objects-read",
            "audit.own-read",
            "audit.read",
            "breach.read",
            "case.grants-read",
            "consent.read",
            "duty.roster-read",
            "emergency.contacts-read",
            "group.read",
            "import.read",
            "import.template-read",
            "legal-hold.read",
            "list.import-read",
            "list.read",
            "list.recall-notices-read",
            "list.recalls-read",
            "machine.read",
            "my.day-read",
            "notice.keys-read",
            "notification.channels-read",
            "notification.marked-read",
            "notification.settings-read",
            "onward.disclosure-read",
            "participant.change-read",
            "participant.read",
            "purge.read",
            "recall.notice-read",
            "red.flag-proposal-read",
            "referral.completeness-read",
            "review.copy-read",
            "retention.read",
            "screening.run-read",
            "self.read",
            "standing.rule-read",
            "statistic.read",
            "subject.self-searched",
            "typology.compared",
            "typology.effect-read",
            "typology.read",
            "unmasking.read",
            "webhook.read",
            "workload.read");

    private static Stream<Act> acts() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.simpul").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Act.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(Act.class::cast);
    }

    @Test
    void everyActThatReadsSaysWhetherItReadsPersons() {
        Set<String> reading = acts().map(Act::text)
                .filter(act -> READING.matcher(act).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(NOTHING_OF_PERSONS);
        known.addAll(ContentReads.ACTS);
        assertEquals(reading, known);
    }
}
