package org.simpul.casework;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A dissemination as pages to print (PDF/A-2b): who took it out and when stands on each of them, and nothing of others
 * does, in its properties either.
 */
@ApplicationScoped
class DisseminationDocument {
    private static final String FONT = "DejaVu Sans Condensed";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    /** What XML can't hold; a text may come with it. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final DateTimeFormatter time;

    DisseminationDocument(@ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        time = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm xxx").withZone(zone);
    }

    @CheckedTemplate(basePath = "casework")
    static final class Pages {
        private Pages() {}

        static native TemplateInstance document(ExportedDissemination document, String exportedAt);
    }

    byte[] render(ExportedDissemination document) {
        String html =
                Pages.document(document, time.format(document.exportedAt())).render();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Simpul")
                .withHtmlContent(NO_CHARACTER.matcher(html).replaceAll("\uFFFD"), null)
                .toStream(bytes);
        // nothing is fetched, whatever a text may look like
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(() -> font("DejaVuSansCondensed.ttf"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(DisseminationDocument.class.getResourceAsStream("/fonts/" + file));
    }
}
