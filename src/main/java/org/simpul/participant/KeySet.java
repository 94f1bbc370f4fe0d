package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A JSON Web Key Set (RFC 7517) of public keys: the one in use and, while it is being replaced, the next.
 *
 * @param keys RSA of 2048 bits or more (alg PS256), or EC on P-256 (alg ES256), each with a kid of its own
 */
@Schema(name = "PublicKeySet", example = KeySet.EXAMPLE)
public record KeySet(
        @NotNull @Size(min = 1, max = 2, message = "one_or_two_keys") List<@NotNull Map<String, Object>> keys) {
    static final String EXAMPLE =
            """
            {"keys":[{"kty":"EC","kid":"core-2026-1","use":"sig","alg":"ES256","crv":"P-256",\
            "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""";
}
