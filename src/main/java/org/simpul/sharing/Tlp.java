package org.simpul.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.simpul.shared.Problem;

/** How far information may travel: Traffic Light Protocol 2.0 (FIRST); written as FIRST does, never translated. */
public enum Tlp {
    RED("TLP:RED"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    AMBER("TLP:AMBER"),
    GREEN("TLP:GREEN"),
    CLEAR("TLP:CLEAR");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** @throws Problem INVALID for a label that FIRST does not define: an unknown label denies */
    @JsonCreator
    public static Tlp of(String label) {
        return Arrays.stream(values())
                .filter(tlp -> tlp.label.equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("handling.tlp", "unknown_value"));
    }
}
