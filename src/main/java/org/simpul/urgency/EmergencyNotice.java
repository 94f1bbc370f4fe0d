package org.simpul.urgency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That Simpul is no emergency service.
 *
 * @param text in the language of the request
 * @param numbers whom to call now, as the operator of the hub has set them
 */
@Schema(
        name = "EmergencyNotice",
        example =
                "{\"text\":\"Simpul is no emergency service. Whoever knows somebody in danger now calls one of these numbers.\","
                        + "\"numbers\":[\"110\",\"SAPA 129\"]}")
public record EmergencyNotice(String text, List<String> numbers) {}
