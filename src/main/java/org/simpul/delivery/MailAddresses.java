package org.simpul.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where mail goes; an empty list for no mail. A routine address gets what is routine, an urgent one what is urgent: name
 * an address in both for everything.
 */
@Schema(
        name = "MailAddresses",
        example = "{\"routine\":[\"aml-desk@cempaka.example\"],\"urgent\":[\"duty@cempaka.example\"]}")
public record MailAddresses(
        @NotNull @Size(max = 10) List<@NotNull @Size(max = 254) @Pattern(regexp = ADDRESS) String> routine,
        @NotNull @Size(max = 10) List<@NotNull @Size(max = 254) @Pattern(regexp = ADDRESS) String> urgent) {
    /** A plain address (RFC 5321 section 4.1.2) without quotes, and so without line ends and lists. */
    static final String ADDRESS = "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}";

    /** An answer and the revision that an edit names. */
    record Tagged(long revision, MailAddresses addresses) {}
}
