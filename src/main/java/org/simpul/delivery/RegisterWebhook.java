package org.simpul.delivery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which system is to be told; its host is one of those that were agreed with the institution. */
@Schema(example = "{\"url\":\"https://hooks.cempaka.example/simpul\"}")
record RegisterWebhook(@NotBlank @Size(max = 500) String url) {}
