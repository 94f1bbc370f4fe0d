package org.simpul.interop.goaml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.reading.XmlFile;
import org.simpul.referral.RowError;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The country's own schema, if the operator has given one: a report is held against it by the JDK's validator, which
 * fetches nothing. What is missing is told by its name, what is wrong by its place, and neither by its value.
 */
@ApplicationScoped
class GoamlSchema {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final int MOST_FAULTS = 1_000;
    /** Characters of one text, which the validator holds as a whole. */
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;
    /** The validator's own words for an element that should stand here: {@code One of '{a, b}' is expected}. */
    private static final Pattern EXPECTED = Pattern.compile("'\\{([^}']+)\\}'[^']*$");

    private final @Nullable Schema schema;
    private final ImportLimits limits;

    GoamlSchema(GoamlConfig config, ImportLimits limits) {
        this.limits = limits;
        this.schema = config.schema().map(GoamlSchema::load).orElse(null);
    }

    private static Schema load(Path file) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            throw new IllegalStateException("simpul.goaml.schema is no schema that can be used: " + file, e);
        }
    }

    /** @throws FileRefused naming what the schema misses or does not take */
    void require(Spooled file) throws FileRefused, IOException {
        if (schema == null) {
            return;
        }
        bound(file);
        List<RowError> faults = new ArrayList<>();
        try (InputStream bytes = file.open()) {
            ValidatorHandler validator = schema.newValidatorHandler();
            Places places = new Places(reader(), validator);
            validator.setErrorHandler(new Collector(places, faults));
            places.parse(new InputSource(bytes));
        } catch (SAXException e) {
            // after the last fault that is kept it need not go on; whatever else stops it, the file was not held
            // against it
            if (faults.size() < MOST_FAULTS) {
                throw new FileRefused("malformed_xml");
            }
        }
        if (!faults.isEmpty()) {
            throw new FileRefused("schema_refused", faults);
        }
    }

    /** What is no XML is told with its line; and depth, names and texts are bounded for the validator, which does not. */
    private void bound(Spooled file) throws FileRefused, IOException {
        try (XmlFile xml = new XmlFile(file.open(), limits)) {
            xml.visit(new XmlFile.Visitor() {
                private long text;

                @Override
                public void enter(String name, Map<String, String> attributes) {
                    text = 0;
                }

                @Override
                public void text(int length) throws FileRefused {
                    text += length;
                    if (text > LONGEST_TEXT) {
                        throw new FileRefused("record_too_large");
                    }
                }

                @Override
                public void leave(String name) {
                    text = 0;
                }
            });
        }
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Knows where the parser stands, for those who are told that something is wrong there. */
    private static final class Places extends XMLFilterImpl {
        private final Deque<String> open = new ArrayDeque<>();
        private final Deque<Map<String, Integer>> counts = new ArrayDeque<>(List.of(new HashMap<>()));
        private long transactions;

        Places(XMLReader parent, ContentHandler next) {
            super(parent);
            setContentHandler(next);
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            int place = counts.element().merge(localName, 1, Integer::sum);
            boolean transaction = open.size() == 1 && localName.equals("transaction");
            transactions += transaction ? 1 : 0;
            open.addLast(place > 1 || transaction ? localName + "[" + place + "]" : localName);
            counts.push(new HashMap<>());
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void endElement(String uri, String localName, String qName) throws SAXException {
            super.endElement(uri, localName, qName);
            open.removeLast();
            counts.pop();
        }

        String path() {
            return "/" + String.join("/", open);
        }

        /** @return the transaction that is open; 0 outside of transactions */
        long row() {
            return open.size() > 1
                            && open.stream().skip(1).findFirst().orElse("").startsWith("transaction[")
                    ? transactions
                    : 0;
        }
    }

    private record Collector(Places places, List<RowError> faults) implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {
            // a schema's own remark
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            faults.add(fault(String.valueOf(e.getMessage())));
            if (faults.size() >= MOST_FAULTS) {
                throw e;
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        private RowError fault(String message) {
            Matcher expected = EXPECTED.matcher(message);
            if (message.startsWith("cvc-complex-type.2.4") && expected.find()) {
                String missing = expected.group(1)
                        .split(",", 2)[0]
                        .replaceFirst("^.*:", "")
                        .strip();
                return new RowError(places.row(), missing, "missing_element", places.path());
            }
            return new RowError(places.row(), "element", "schema_violation", places.path());
        }
    }
}
