package org.simpul.console;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import org.simpul.sharing.Tlp;

/** How a label looks: TLP 2.0 of FIRST gives each its colour on black. */
@TemplateExtension
final class TlpLabel {
    private TlpLabel() {}

    /** @return class of the style sheet, e.g. {@code tlp-amber-strict} */
    static String style(Tlp tlp) {
        return "tlp-" + tlp.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
