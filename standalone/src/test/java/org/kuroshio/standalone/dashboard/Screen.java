package org.kuroshio.standalone.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One reader's browser window on the page, and the interface beside it. Used by one thread. */
final class Screen implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path PICTURES = Path.of("target", "screenshots");

  private final URI server;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  Screen(Browser browser, URI server, int width, int height, ColorScheme colours) {
    this.server = server;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-GB"));
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
  }

  Page page() {
    return page;
  }

  /** Opens an address of the page and waits until it shows what it is asked for. */
  void open(String query) {
    page.navigate(server.resolve("/" + query).toString());
    settle();
  }

  /** Until everything that was asked of the server is shown. */
  void settle() {
    page.locator("main[aria-busy=false]").waitFor();
    page.waitForCondition(() -> page.locator("main .part[aria-busy=true]").count() == 0);
  }

  Locator find(String selector) {
    return page.locator(selector);
  }

  String text(String selector) {
    return page.locator(selector).first().textContent().strip();
  }

  /** What the interface answers. */
  JsonNode api(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
              .header("Accept", "application/json")
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return MAPPER.readTree(answer.body());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setFullPage(true)
            .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
  }

  /** What axe-core finds serious or critical, in words. */
  List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(
                rule ->
                    rule.getId()
                        + ": "
                        + rule.getHelp()
                        + " "
                        + rule.getNodes().stream().limit(3).map(n -> n.getHtml()).toList())
            .toList();
  }

  /** Errors and warnings that the browser told. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
