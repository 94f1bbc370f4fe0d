package org.simpul.casework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is about to be shared, with whom.
 *
 * @param dissemination as each recipient reads it at its delivery
 */
@Schema(name = "DisseminationPreview")
public record DisseminationPreview(List<RecipientView> recipients, DisseminationView dissemination) {}
