package org.simpul.typology;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * To whom a version goes, in names.
 *
 * @param communities all institutions of these kinds, those that join later too
 * @param participants institutions named one by one
 * @param groups working groups, whoever is inside at reading time
 * @param recipients everybody it would reach now, in order
 */
@Schema(name = "TypologyRecipients")
public record Recipients(
        List<String> communities, List<String> participants, List<String> groups, List<String> recipients) {}
