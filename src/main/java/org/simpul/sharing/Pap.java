package org.simpul.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.simpul.shared.Problem;

/**
 * What may be done with it: Permissible Actions Protocol. RED look only, no contact, no account action; AMBER enhanced
 * monitoring; GREEN may restrict; CLEAR no limit.
 */
public enum Pap {
    RED("PAP:RED"),
    AMBER("PAP:AMBER"),
    GREEN("PAP:GREEN"),
    CLEAR("PAP:CLEAR");

    private final String label;

    Pap(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** @throws Problem INVALID for an unknown label */
    @JsonCreator
    public static Pap of(String label) {
        return Arrays.stream(values())
                .filter(pap -> pap.label.equals(label))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("handling.pap", "unknown_value"));
    }
}
