package org.simpul.interop.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small part of an XML file: one entry, one transaction, one person. By local names; namespaces differ by version. */
public final class XmlElement {
    private final @Nullable XmlElement parent;
    private final String name;
    /** Where it stands in its parent, which tells the rest of its path; the whole path of the first. */
    private final String step;

    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>(0);
    private final Map<String, Integer> places = new HashMap<>(0);
    private String text = "";

    XmlElement(String name, String path, Map<String, String> attributes) {
        this(null, name, path, attributes);
    }

    private XmlElement(@Nullable XmlElement parent, String name, String step, Map<String, String> attributes) {
        this.parent = parent;
        this.name = name;
        this.step = step;
        this.attributes = attributes;
    }

    /** Opens a child; the second and further ones of a name are numbered. */
    XmlElement child(String childName, Map<String, String> childAttributes) {
        int place = places.merge(childName, 1, Integer::sum);
        XmlElement child = new XmlElement(
                this, childName, place == 1 ? childName : childName + "[" + place + "]", childAttributes);
        children.add(child);
        return child;
    }

    void text(String what) {
        text = what;
    }

    public String name() {
        return name;
    }

    /** @return where it stands in the file, e.g. {@code /report/transaction[3]/t_to} */
    public String path() {
        return parent == null ? step : parent.path() + "/" + step;
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(it -> !it.isEmpty());
    }

    public Stream<XmlElement> children() {
        return children.stream();
    }

    public Stream<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    /** @return the first that bears one of the names, in the order of the names */
    public Optional<XmlElement> first(String... names) {
        return Stream.of(names).flatMap(this::all).findFirst();
    }

    /** Walks down by first children. */
    public Optional<XmlElement> at(String... names) {
        Optional<XmlElement> found = Optional.of(this);
        for (String step : names) {
            found = found.flatMap(element -> element.first(step));
        }
        return found;
    }

    /** @return the stripped text; empty for none */
    public Optional<String> value() {
        return Optional.of(text.strip()).filter(it -> !it.isEmpty());
    }

    /** @return the text of {@link #at} */
    public Optional<String> value(String... names) {
        return at(names).flatMap(XmlElement::value);
    }

    /** @return the path of what is there, or would be */
    public String pathOf(@Nullable String childName) {
        return childName == null
                ? path()
                : first(childName).map(XmlElement::path).orElse(path() + "/" + childName);
    }

    /** Leaves the content out of logs. */
    @Override
    public String toString() {
        return path();
    }
}
