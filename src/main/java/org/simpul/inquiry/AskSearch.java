package org.simpul.inquiry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.PersonName;
import org.simpul.shared.Problem;

/**
 * A search by one identifier or by one name; the value stands in the body, never in an address.
 *
 * @param identifier left out to search by name
 * @param name left out to search by identifier
 * @param pointer false to leave the FIU's holdings unasked where the pointer is on, and its quota untouched
 */
@Schema(example = "{\"identifier\":{\"type\":\"PHONE\",\"scope\":\"\",\"value\":\"0812-0000-0001\"}}")
record AskSearch(
        @Nullable @Valid IdentifierInput identifier,
        @Nullable @Size(max = 200) String name,
        @Nullable Boolean pointer) {

    /** @throws Problem INVALID unless it is by exactly one of the two, or for a name without letters */
    void requireOne() {
        if ((identifier == null) == (name == null)) {
            throw Problem.invalid("identifier", "search_by_one");
        }
        if (name != null && PersonName.of(name).text().isEmpty()) {
            throw Problem.invalid("name", "name_without_letters");
        }
    }

    boolean asksPointer() {
        return pointer == null || pointer;
    }

    /** Leaves the values out, so that logging it does not spread them. */
    @Override
    public String toString() {
        return "AskSearch[]";
    }
}
