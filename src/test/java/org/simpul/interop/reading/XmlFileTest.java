package org.simpul.interop.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XmlFileTest {
    private static final String BOMB =
            """
            <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><a><b>&d;</b></a>""";

    @Test
    void aDocumentTypeIsRefusedWhateverItHolds() {
        assertEquals("doctype_refused", refusal(BOMB));
        assertEquals(
                "doctype_refused",
                refusal("<!DOCTYPE a [<!ENTITY q \"" + "x".repeat(50_000) + "\">]><a>" + "&q;".repeat(1_000) + "</a>"));
        assertEquals(
                "doctype_refused",
                refusal("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>"));
        assertEquals("doctype_refused", refusal("<!DOCTYPE a SYSTEM \"http://localhost:1/a.dtd\"><a/>"));
    }

    @Test
    void anEntityThatIsNotOfXmlItselfIsRefused() {
        assertEquals("malformed_xml", refusal("<a><b>&x;</b></a>"));
    }

    @Test
    void whatIsNoXmlIsRefusedByItsLine() {
        FileRefused refused = assertThrows(FileRefused.class, () -> read("<a>\n<b>\n</a>"));
        assertEquals("malformed_xml", refused.code());
        assertEquals(3, refused.errors().get(0).rowNumber());
        for (String broken : new String[] {"", "a", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>\u0000</a>", "<a b=1/>"}) {
            assertEquals("malformed_xml", refusal(broken), broken);
        }
    }

    @Test
    void theEncodingIsTheOneThatIsDeclaredOrMarked() throws Exception {
        String name = "<a><b>Ren\u00e9</b></a>";
        assertEquals("Ren\u00e9", read(bytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + name, "ISO-8859-1")));
        assertEquals("Ren\u00e9", read(bytes("\ufeff" + name, "UTF-8")));
        assertEquals("Ren\u00e9", read(bytes("\ufeff" + name, "UTF-16LE")));
        assertEquals("Ren\u00e9", read(bytes("\ufeff" + name, "UTF-16BE")));
        assertEquals("wrong_encoding", refusal(bytes(name, "ISO-8859-1")));
        assertEquals("wrong_encoding", refusal(bytes("<?xml version=\"1.0\" encoding=\"klingon\"?>" + name, "UTF-8")));
        assertTrue(refusal(bytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + name, "UTF-8"))
                .matches("wrong_encoding|malformed_xml"));
    }

    @Test
    void depthLengthAndNumberAreBounded() {
        assertEquals("too_deep", refusal("<a>".repeat(21) + "</a>".repeat(21)));
        assertEquals("too_deep", refusal("<a><b>" + "<c>".repeat(20) + "</c>".repeat(20) + "</b></a>"));
        assertEquals("record_too_large", refusal("<a><b>" + "<c/>".repeat(501) + "</b></a>"));
        assertEquals("record_too_large", refusal("<a><b>" + "x".repeat(20_001) + "</b></a>"));
        assertEquals("record_too_large", refusal("<a><" + "x".repeat(500_000) + "/></a>"));
        assertEquals("record_too_large", refusal("<a><!--" + "x".repeat(500_000) + "--><b/></a>"));
        assertTrue(refusal("<a><b c=\"" + "x".repeat(500_000) + "\"/></a>").matches("record_too_large|malformed_xml"));
        StringBuilder attributes = new StringBuilder("<a><b");
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertEquals("malformed_xml", refusal(attributes + "/></a>"));
    }

    @Test
    void namesAndWhatOneRecordHoldsAreBounded() {
        String name = "x".repeat(129);
        assertEquals("record_too_large", refusal("<a><b><" + name + "/></b></a>"));
        assertEquals("record_too_large", refusal("<a><b " + name + "=\"\"/></a>"));
        assertEquals("record_too_large", refusal("<a><b xmlns:" + name + "=\"urn:x\"/></a>"));
        assertEquals(
                "record_too_large", refusal("<a><b>" + ("<c>" + "x".repeat(19_000) + "</c>").repeat(60) + "</b></a>"));
        assertEquals(
                "record_too_large",
                refusal("<a><b>" + ("<c d=\"" + "x".repeat(4_000) + "\"/>").repeat(300) + "</b></a>"));
        StringBuilder names = new StringBuilder("<a>");
        for (int i = 0; i <= 10_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertEquals("record_too_large", refusal(names + "</a>"));
    }

    @Test
    void whatIsPassedOverMayBeOfAnyLength() throws Exception {
        String attachment = "<file>" + "QUJD\n".repeat(400_000) + "</file>";
        try (XmlFile xml = open(("<a>" + attachment + "<b>" + attachment + "found</b></a>").getBytes())) {
            assertEquals("file", xml.nextChild());
            xml.skip();
            assertEquals("b", xml.nextChild());
            XmlElement element = xml.element("/a/b", name -> !name.equals("file"));
            assertEquals("found", element.value().orElseThrow());
            assertEquals(null, xml.nextChild());
        }
    }

    @Test
    void anElementKnowsItsPlace() throws Exception {
        try (XmlFile xml = open("<a><b><c>1</c><c x=\" y \">2</c></b></a>".getBytes())) {
            xml.nextChild();
            XmlElement element = xml.element("/a/b[7]", name -> true);
            assertEquals(
                    "/a/b[7]/c[2]",
                    element.all("c").skip(1).findFirst().orElseThrow().path());
            assertEquals(
                    "y",
                    element.all("c")
                            .skip(1)
                            .findFirst()
                            .orElseThrow()
                            .attribute("x")
                            .orElseThrow());
            assertEquals("/a/b[7]/d", element.pathOf("d"));
        }
    }

    private static XmlFile open(byte[] file) throws FileRefused, IOException {
        return new XmlFile(new ByteArrayInputStream(file), Limits.small());
    }

    private static String read(String file) throws FileRefused, IOException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(byte[] file) throws FileRefused, IOException {
        String text = "";
        try (XmlFile xml = open(file)) {
            while (xml.nextChild() != null) {
                text = xml.element("/a/b", name -> true).value().orElse("");
            }
        }
        return text;
    }

    private static byte[] bytes(String text, String encoding) {
        return text.getBytes(Charset.forName(encoding));
    }

    private static String refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] file) {
        return assertThrows(FileRefused.class, () -> read(file)).code();
    }
}
