package org.simpul.interop.iso20022;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import org.simpul.identifier.IdentifierType;

/** How the codes in messages of ISO 20022 are read, where the standard leaves them to a country or a provider. */
@ConfigMapping(prefix = "simpul.iso20022")
public interface IsoConfig {

    /**
     * What an account is by the code of its scheme ({@code Othr/SchmeNm/Cd} or {@code Prtry}), beside BBAN and the
     * names of our own types, which need no entry.
     */
    Map<String, IdentifierType> schemes();

    /** Our scope by the name or number under which a message knows an institution. */
    Map<String, String> institutions();

    /** Country of clearing codes that do not tell it, ISO 3166-1 alpha-2. */
    @WithDefault("ID")
    String country();
}
