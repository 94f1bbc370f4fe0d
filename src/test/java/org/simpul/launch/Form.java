package org.simpul.launch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a page.
 *
 * @param fields its inputs with the values that they have on the page, but those that are no part of the answer
 */
record Form(URI action, Map<String, String> fields) {

    private static final Pattern FORM =
            Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"(.*?)</form>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARACTER = Pattern.compile("&#(x?)([0-9a-fA-F]+);");
    /** Keycloak's switch to another way of signing in, and its offer to end the person's other sessions. */
    private static final Set<String> LEFT_ALONE = Set.of("tryAnotherWay", "logout-sessions");

    static Optional<Form> on(Browser.Answer page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(form.group(2)).results().map(MatchResult::group).forEach(input -> {
            Matcher name = NAME.matcher(input);
            if (name.find() && !LEFT_ALONE.contains(name.group(1))) {
                Matcher value = VALUE.matcher(input);
                fields.put(name.group(1), value.find() ? text(value.group(1)) : "");
            }
        });
        return Optional.of(new Form(page.location().resolve(text(form.group(1))), fields));
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The form's own fields, with these on top. */
    Map<String, String> with(Map<String, String> answers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(answers);
        return all;
    }

    private static String text(String attribute) {
        return CHARACTER
                .matcher(attribute)
                .replaceAll(c -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(c.group(2), c.group(1).isEmpty() ? 10 : 16))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
