package org.simpul.interop.goaml;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.simpul.identifier.IdentifierType;
import org.simpul.referral.SubjectRole;

/** How reports in goAML are read: the schema and the lookup tables are each country's own. */
@ConfigMapping(prefix = "simpul.goaml")
public interface GoamlConfig {

    /** The country's schema; a report is not validated without one. */
    Optional<Path> schema();

    /** Country of numbers that do not tell it, ISO 3166-1 alpha-2. */
    @WithDefault("ID")
    String country();

    /** Our red flag by code of the report's indicator. */
    Map<String, String> indicators();

    /** What an account is, by code of {@code personal_account_type} or {@code account_type}. */
    Map<String, IdentifierType> accountTypes();

    /** Our scope by {@code institution_code}, {@code swift} or {@code institution_name}. */
    Map<String, String> institutions();

    /** What a document is, by code of {@code identification/type}; others are left out. */
    Map<String, IdentifierType> documents();

    /** Our channel by {@code transmode_code}; its code in capitals otherwise. */
    Map<String, String> channels();

    /** The part that a party plays, by its role code. */
    Map<String, SubjectRole> roles();

    /** The side of a payment that a party of several stands on, by its role code. */
    Map<String, Side> sides();

    /** A side of a payment. */
    enum Side {
        FROM,
        TO
    }
}
