package org.simpul.interop.reading;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.RowError;
import org.simpul.shared.CountedInputStream;

/**
 * An XML file that nobody trusts, read as a stream: without a document type, so that there are no entities to expand
 * and nothing to fetch, and with a bound on depth, on what one part holds and on what is read between two events.
 */
public final class XmlFile implements AutoCloseable {
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_ATTRIBUTE = 4_096;
    private static final int LONGEST_NAME = 128;
    /** Different names in one file, which the parser keeps to its end. */
    private static final int MOST_NAMES = 10_000;

    private static final XMLInputFactory FACTORY = factory();

    private final ImportLimits limits;
    private final Metered bytes;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** Enters the root element. */
    public XmlFile(InputStream file, ImportLimits limits) throws FileRefused, IOException {
        this.limits = limits;
        this.bytes = new Metered(file, 2L * limits.maxRowLength() + 64 * 1024);
        try {
            this.reader = FACTORY.createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // comments and instructions in front of the root
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    /** @return the local name of the element that was entered last */
    public String name() {
        return reader.getLocalName();
    }

    /** @return its namespace; empty for none */
    public String namespace() {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    /**
     * Enters the next child of the element that is open. Whoever got a name reads that child to its end, by
     * {@link #element}, {@link #skip} or this.
     *
     * @return its local name; null when the open element has ended
     */
    public @Nullable String nextChild() throws FileRefused, IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return null;
            }
        }
    }

    /** Passes over the element that was entered, whatever its length. */
    public void skip() throws FileRefused, IOException {
        int around = depth;
        while (depth >= around) {
            next();
        }
    }

    /** Looks at everything without keeping any of it, from the root on to the end of the file. */
    public void visit(Visitor visitor) throws FileRefused, IOException {
        visitor.enter(name(), attributes());
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                visitor.enter(name(), attributes());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                visitor.leave(name());
            } else if (isText(event)) {
                visitor.text(reader.getTextLength());
            }
        }
    }

    /** Looks at what comes, and refuses the file by throwing. */
    public interface Visitor {
        default void enter(String name, Map<String, String> attributes) throws FileRefused {}

        /** A text may come in many parts. */
        default void text(int length) throws FileRefused {}

        default void leave(String name) throws FileRefused {}
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** Takes the element that was entered into memory; attachments in it are left out. */
    public XmlElement element(String path, ElementFilter filter) throws FileRefused, IOException {
        Map<String, String> attributes = attributes();
        Room room = new Room(limits.maxElements(), limits.maxRecordLength());
        room.take(length(attributes));
        XmlElement root = new XmlElement(reader.getLocalName(), path, attributes);
        fill(root, filter, room);
        return root;
    }

    /** Which elements are taken into memory. */
    @FunctionalInterface
    public interface ElementFilter {
        boolean takes(String name);
    }

    /** What one record may still hold. */
    private final class Room {
        private int elements;
        private int characters;

        Room(int elements, int characters) {
            this.elements = elements;
            this.characters = characters;
        }

        void element(String name, Map<String, String> attributes) throws FileRefused {
            if (--elements < 0) {
                throw refused("record_too_large");
            }
            take(name.length() + length(attributes));
        }

        void take(int length) throws FileRefused {
            characters -= length;
            if (characters < 0) {
                throw refused("record_too_large");
            }
        }
    }

    /** Characters of names and values together. */
    public static int length(Map<String, String> attributes) {
        int length = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            length += attribute.getKey().length() + attribute.getValue().length();
        }
        return length;
    }

    private void fill(XmlElement element, ElementFilter filter, Room room) throws FileRefused, IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                element.text(text.toString());
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!filter.takes(reader.getLocalName())) {
                    skip();
                    continue;
                }
                Map<String, String> attributes = attributes();
                room.element(reader.getLocalName(), attributes);
                fill(element.child(reader.getLocalName(), attributes), filter, room);
            } else if (isText(event)) {
                room.take(reader.getTextLength());
                if (text.length() + reader.getTextLength() > limits.maxRowLength()) {
                    throw refused("record_too_large");
                }
                text.append(reader.getText());
            }
        }
    }

    private Map<String, String> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private int next() throws FileRefused, IOException {
        bytes.begin();
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw refused("doctype_refused");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused("malformed_xml");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > limits.maxDepth()) {
                    throw refused("too_deep");
                }
                names();
            }
            if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                name(reader.getPITarget());
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    /** Of the element that was entered: its own, and those of its attributes and namespaces. */
    private void names() throws FileRefused {
        name(reader.getPrefix());
        name(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            name(reader.getAttributePrefix(i));
            name(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            name(reader.getNamespacePrefix(i));
        }
    }

    private void name(@Nullable String name) throws FileRefused {
        if (name == null) {
            return;
        }
        if (name.length() > LONGEST_NAME || names.add(name) && names.size() > MOST_NAMES) {
            throw refused("record_too_large");
        }
    }

    private FileRefused refused(String code) {
        return new FileRefused(code, List.of(new RowError(line(), "line", code)));
    }

    private int line() {
        return Math.max(reader.getLocation().getLineNumber(), 1);
    }

    /** What the file is to blame for; everything else went wrong on its way, and is thrown on. */
    private FileRefused refusal(XMLStreamException e) throws IOException {
        Throwable cause = e.getCause() == null ? e.getNestedException() : e.getCause();
        if (cause instanceof TooLong) {
            return new FileRefused("record_too_large");
        }
        boolean unknownEncoding = cause == null && e instanceof WstxIOException;
        if (unknownEncoding
                || cause instanceof CharConversionException
                || cause instanceof CharacterCodingException
                || cause instanceof UnsupportedEncodingException) {
            return new FileRefused("wrong_encoding");
        }
        if (cause instanceof IOException broken) {
            throw broken;
        }
        int line = e.getLocation() == null ? 1 : Math.max(e.getLocation().getLineNumber(), 1);
        return new FileRefused("malformed_xml", List.of(new RowError(line, "line", "malformed_xml")));
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Bytes that the parser takes for one event: names, comments and values that never end are stopped here. */
    private static final class Metered extends CountedInputStream {
        private final long most;
        private long left;

        Metered(InputStream bytes, long most) {
            super(bytes);
            this.most = most;
            begin();
        }

        void begin() {
            left = most;
        }

        @Override
        protected void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }
}
