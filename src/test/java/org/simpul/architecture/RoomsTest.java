package org.simpul.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Rooms import from lower rooms alone, and keep their rows to themselves. */
class RoomsTest {
    private static final Map<String, Integer> HEIGHTS = Map.ofEntries(
            Map.entry("shared", 1),
            Map.entry("tlog", 1),
            Map.entry("access", 2),
            Map.entry("audit", 3),
            Map.entry("outbox", 3),
            Map.entry("lifecycle", 4),
            Map.entry("participant", 4),
            Map.entry("sharing", 5),
            Map.entry("urgency", 5),
            Map.entry("typology", 6),
            Map.entry("matter", 6),
            Map.entry("safeguard", 6),
            Map.entry("identifier", 7),
            Map.entry("referral", 8),
            Map.entry("lead", 8),
            Map.entry("casework", 9),
            Map.entry("inquiry", 10),
            Map.entry("hold", 10),
            Map.entry("delivery", 11),
            Map.entry("retention", 11),
            Map.entry("statistics", 11),
            Map.entry("oversight", 11),
            Map.entry("interop", 12),
            Map.entry("console", 13),
            Map.entry("http", 13),
            Map.entry("bootstrap", 13));

    private static String room(JavaClass type) {
        String below = type.getPackageName().substring(Product.BASE.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }

    @Test
    void everyPackageIsAKnownRoom() {
        Set<String> unknown = new TreeSet<>();
        Product.CLASSES.forEach(type -> {
            if (!HEIGHTS.containsKey(room(type))) {
                unknown.add(type.getName());
            }
        });
        assertEquals(Set.of(), unknown);
    }

    @Test
    void aRoomImportsFromLowerRoomsAlone() {
        Set<String> climbing = new TreeSet<>();
        for (JavaClass type : Product.CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.getPackageName().startsWith(Product.BASE + ".")
                        || room(target).equals(room(type))) {
                    continue;
                }
                if (HEIGHTS.getOrDefault(room(target), 0) >= HEIGHTS.getOrDefault(room(type), 0)) {
                    climbing.add(type.getName() + " -> " + target.getName());
                }
            }
        }
        assertEquals(Set.of(), climbing);
    }

    @Test
    void entitiesNeverLeaveTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(Product.CLASSES);
    }

    @Test
    void whatABeanNeedsComesThroughItsConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .because("final fields and a constructor show what a class needs")
                .check(Product.CLASSES);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(Product.CLASSES);
    }
}
