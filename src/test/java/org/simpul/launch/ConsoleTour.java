package org.simpul.launch;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Visits the console of a running hub in a real browser, as people do: signs in, opens the pages of the menu in both
 * languages, on a light and on a dark screen, and signs out. Fails on what a person would stumble over: a page without
 * title or heading, an error on the browser's console, content that the policy blocked, a barrier that axe finds.
 */
public final class ConsoleTour implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final URI hub;
    private final Playwright playwright;
    private final Browser browser;
    private final @Nullable Path pictures;

    /** @param hub e.g. {@code http://localhost:8080} */
    public ConsoleTour(URI hub) {
        this(hub, null);
    }

    /** @param pictures folder that gets a picture of each page; none are taken without it */
    public ConsoleTour(URI hub, @Nullable Path pictures) {
        this.hub = hub;
        this.pictures = pictures;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(QUIET));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /**
     * @param institution the name under which the person's own sign-in is offered
     * @param paths pages that the person's menu must offer, in any order, and no others
     * @throws AssertionError telling page and fault
     */
    public void visit(String login, String password, String institution, List<String> paths) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("id-ID")
                // a colour that is still fading has another contrast
                .setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && isOurs(message.location())) {
                    faults.add(message.text());
                }
            });
            page.onPageError(faults::add);
            signIn(page, login, password, institution);
            require(context.cookies().stream().anyMatch(ConsoleTour::isSession), login + " has no safe session cookie");
            requireMenu(page, paths);
            look(page, login, "/console", "id");
            for (String path : paths) {
                open(page, path, 200);
                look(page, login, path, "id");
            }
            page.locator("header a[hreflang=en]").click();
            for (String path : paths) {
                open(page, path, 200);
                look(page, login, path, "en");
            }
            require(faults.isEmpty(), "the browser complains: " + faults);
            open(page, "/console/nothing-here", 404);
            look(page, login, "/console/nothing-here", "en");
            signOut(page, login, institution);
        }
    }

    private void signIn(Page page, String login, String password, String institution) {
        page.navigate(hub.resolve("/console").toString());
        page.locator("#kc-social-providers a", new Page.LocatorOptions().setHasText(institution))
                .click();
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(hub.toString()) && !url.contains("code="));
        require(page.url().equals(hub.resolve("/console").toString()), login + " landed on " + page.url());
    }

    /** Ends the session here, at Keycloak, and at the institution, which asks for the password again. */
    private void signOut(Page page, String login, String institution) {
        page.locator("header a[href='/console/sign-out']").click();
        page.waitForURL(hub.resolve("/console/signed-out") + "**");
        look(page, login, "/console/signed-out", "en");
        page.navigate(hub.resolve("/console").toString());
        require(!page.url().startsWith(hub.toString()), login + " is still signed in");
        page.locator("#kc-social-providers a", new Page.LocatorOptions().setHasText(institution))
                .click();
        page.locator("#password").waitFor();
    }

    private void open(Page page, String path, int status) {
        Response response = page.navigate(hub.resolve(path).toString());
        require(response.status() == status, path + " answers " + response.status());
    }

    private static void requireMenu(Page page, List<String> paths) {
        List<String> offered = page.locator(".console-nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .sorted()
                .toList();
        require(offered.equals(paths.stream().sorted().toList()), "the menu offers " + offered);
    }

    private void look(Page page, String login, String path, String language) {
        String where = path + " (" + login + ", " + language + ")";
        require(language.equals(page.locator("html").getAttribute("lang")), where + " is in another language");
        require(Pattern.matches(".+ · Simpul", page.title()), where + " has the title " + page.title());
        Locator heading = page.locator("main h1");
        require(heading.count() == 1 && !heading.innerText().isBlank(), where + " has no single heading");
        page.keyboard().press("Tab");
        require(
                "skip-link".equals(page.evaluate("document.activeElement.className")),
                where + ": the first key stop is not the skip link");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForFunction(
                    "scheme => document.documentElement.dataset.bsTheme === scheme",
                    scheme.name().toLowerCase(Locale.ROOT));
            requireNoBarrier(page, where + ", " + scheme);
            picture(page, login, path, language, scheme);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void requireNoBarrier(Page page, String where) {
        AxeResults results = new AxeBuilder(page).analyze();
        List<String> barriers =
                results.getViolations().stream().map(ConsoleTour::told).toList();
        require(barriers.isEmpty(), where + ": " + barriers);
    }

    private static String told(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private void picture(Page page, String login, String path, String language, ColorScheme scheme) {
        if (pictures != null) {
            String name = String.join("-", login, path.substring(1).replace('/', '-'), language, scheme.name());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(pictures.resolve(name + ".png"))
                    .setFullPage(true));
        }
    }

    private boolean isOurs(String location) {
        return location.startsWith(hub.toString());
    }

    private static boolean isSession(Cookie cookie) {
        return cookie.name.equals("q_session_console")
                && cookie.httpOnly
                && cookie.secure
                && cookie.path.equals("/console")
                && cookie.value.length() == 43;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new AssertionError(fault);
        }
    }

    static boolean hasBrowser() {
        return browsers().findFirst().isPresent();
    }

    private static Path chromium() {
        return browsers()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no chromium in the PATH; install it."));
    }

    /** Debian's browser; Playwright's own is not fetched. */
    private static Stream<Path> browsers() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable);
    }
}
