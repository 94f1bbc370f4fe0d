package org.simpul.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A named person as a recipient, the only kind that TLP:RED may have.
 *
 * @param agency alias of the agency
 * @param login the person's login, exactly; the person has signed in at least once
 */
record NamedPerson(@NotBlank @Size(max = 40) String agency, @NotBlank @Size(max = 100) String login) {}
