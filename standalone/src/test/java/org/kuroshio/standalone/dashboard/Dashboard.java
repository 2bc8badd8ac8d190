package org.kuroshio.standalone.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium with the dashboard in it. One thread. */
final class Dashboard implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE = "/axe.min.js";
  private static final List<String> OPTIONS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final URI address;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> problems = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  Dashboard(URI address) {
    this.address = address;
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(OPTIONS));
    window(1440, 900, ColorScheme.LIGHT);
  }

  /** A new window; whatever the old one remembered is gone. */
  void window(int width, int height, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(problems::add);
    page.onDialog(
        dialog -> {
          problems.add("a dialog opened: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** Opens an address such as {@code ?view=trend} and waits until its numbers are there. */
  Page open(String query) {
    page.navigate(address.resolve("/" + query).toString());
    page.waitForSelector("#view[aria-busy=false]");
    page.waitForFunction(
        "() => [...document.querySelectorAll('.part')].every(part => part.ariaBusy === 'false')");
    return page;
  }

  Page page() {
    return page;
  }

  /** What each row of a table shows, by an attribute of the row: {@code data-value} of a region. */
  Map<String, String> rows(String table, String key, String value) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Locator row : page.locator(table + " tbody tr").all()) {
      rows.put(row.getAttribute(key), row.getAttribute(value));
    }
    return rows;
  }

  /** What the map is drawn from. */
  Number onMap(String region) {
    return (Number)
        page.evaluate(
            "region => echarts.getInstanceByDom(document.querySelector('.chart-map')).getOption()"
                + ".series[0].data.find(({ name }) => name === region)?.value ?? null",
            region);
  }

  void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** What axe-core finds serious or critical, one line each. */
  @SuppressWarnings("unchecked")
  List<String> barriers() {
    page.evaluate(axe());
    return (List<String>)
        page.evaluate(
            "async () => (await axe.run()).violations"
                + ".filter(({ impact }) => impact === 'serious' || impact === 'critical')"
                + ".flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>"
                + " `${id}: ${html.slice(0, 200)} ${failureSummary}`))");
  }

  /** Errors of the page since it was last asked. */
  List<String> problems() {
    List<String> told = List.copyOf(problems);
    problems.clear();
    return told;
  }

  private static String axe() {
    try (InputStream script = Dashboard.class.getResourceAsStream(AXE)) {
      return new String(Objects.requireNonNull(script, AXE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    playwright.close();
  }
}
