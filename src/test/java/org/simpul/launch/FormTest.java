package org.simpul.launch;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FormTest {

    @Test
    void theFirstFormIsReadWithItsFieldsAndItsAddress() {
        Form form = Form.on(
                        page(
                                """
                <form id="x" method="post"
                      action="/realms/simpul/login?a=1&amp;b=2">
                  <input type="hidden" name="SAMLResponse" value="PHNhbWw&#43;&#x3d;&quot;"/>
                  <input name="otp" type="text"/>
                  <input type="checkbox" name="logout-sessions" value="on" checked>
                  <input type="submit" name="tryAnotherWay" value="on">
                </form>
                <form action="/elsewhere"><input name="other"></form>"""))
                .orElseThrow();
        assertEquals(URI.create("http://localhost:8180/realms/simpul/login?a=1&b=2"), form.action());
        assertEquals(Map.of("SAMLResponse", "PHNhbWw+=\"", "otp", ""), form.fields());
        assertEquals("123456", form.with(Map.of("otp", "123456")).get("otp"));
    }

    @Test
    void aPageThatAsksForNothingHasNone() {
        assertTrue(Form.on(page("<p>Invalid code.</p>")).isEmpty());
    }

    private static Browser.Answer page(String body) {
        return new Browser.Answer(URI.create("http://localhost:8180/realms/simpul/auth"), 200, body);
    }
}
