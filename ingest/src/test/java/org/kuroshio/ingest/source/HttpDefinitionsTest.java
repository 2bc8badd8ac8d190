package org.kuroshio.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.cursor.Cursor;
import org.kuroshio.ingest.failure.Action;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.page.Pages;
import org.kuroshio.ingest.setting.MissingSettingException;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.schemas.yaml.DefinitionException;

class HttpDefinitionsTest {
  @TempDir Path folder;
  private SourceFiles files;

  @BeforeEach
  void write() {
    files =
        new SourceFiles(folder)
            .with("transport", "{ http: { base: \"${settings.base}\" } }")
            .with(
                "settings",
                "{ base: { default: \"http://localhost/v1\", doc: where },"
                    + " token: { secret: true, doc: key }, size: { default: \"25\", doc: page } }")
            .with("request", "{ path: awards }");
  }

  private SourceDefinition read(Map<String, String> settings) {
    return SourceDefinitions.find(files.write().toString(), settings);
  }

  private Fetch fetch() {
    return read(Map.of()).parts().get(0).fetch().orElseThrow();
  }

  @Test
  void shouldReadALeastDefinition() {
    SourceDefinition source = files.read();

    HttpTransport http = (HttpTransport) source.transport();
    assertThat(http.server().base()).hasToString("http://localhost/v1/");
    assertThat(http.server().auth()).isInstanceOf(Auth.None.class);
    assertThat(http.every()).isEqualTo(Duration.ofHours(6));
    Fetch fetch = source.parts().get(0).fetch().orElseThrow();
    assertThat(fetch.pages()).isInstanceOf(Pages.None.class);
    assertThat(fetch.cursor()).isInstanceOf(Cursor.Walk.class);
    assertThat(fetch.slices()).containsExactly("");
  }

  @Test
  void shouldPutSettingsIntoEveryValue() {
    files
        .with("pages", "{ offset: { param: o, size: \"${settings.size}\" } }")
        .with("cursor", "{ windows: { start: \"${settings.since}\" } }")
        .with(
            "settings",
            "{ base: { default: \"http://localhost/\", doc: where },"
                + " size: { default: \"25\", doc: page }, since: { doc: first day } }")
        .with("request", "{ params: { from: \"${window.from}\" } }");

    SourceDefinition source = read(Map.of("since", "2020-02-01", "size", "100"));

    Fetch fetch = source.parts().get(0).fetch().orElseThrow();
    assertThat(((Pages.Offset) fetch.pages()).size()).isEqualTo(100);
    assertThat(((Cursor.Windows) fetch.cursor()).start()).isEqualTo(LocalDate.of(2020, 2, 1));
    assertThat(fetch.request().params()).containsKeys("from", "o");
  }

  @Test
  void shouldPauseHalfTheRhythmBetweenReadings() {
    files.with("rhythm", "P1D");

    HttpTransport http = (HttpTransport) files.read().transport();

    assertThat(http.rhythm()).contains(Duration.ofDays(1));
    assertThat(http.every()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void shouldReadRulesInTheirOrder() {
    files.with(
        "errors",
        "[{ status: [404, 5xx], then: retry, attempts: 3, after: ignore },"
            + " { status: 403, header: { X-Rejection-Reason: Quota }, then: retry, wait: PT20M }]");

    Fetch fetch = fetch();

    assertThat(fetch.errors()).hasSize(2);
    assertThat(fetch.errors().get(0).after()).isEqualTo(Action.IGNORE);
    assertThat(fetch.errors().get(0).when().statuses().get(1).has(503)).isTrue();
    assertThat(fetch.errors().get(1).pause()).contains(Duration.ofMinutes(20));
  }

  @Test
  void shouldKeepSecretsOutOfWhatIsShown() {
    files.with(
        "transport",
        "{ http: { base: \"http://localhost\", auth: { bearer: \"${settings.token}\" } } }");
    SourceDefinition source = read(Map.of("token", "s3cret"));

    SettingValues values = SettingValues.of("test", source.settings(), Map.of("token", "s3cret"));

    assertThat(source.toString()).doesNotContain("s3cret");
    assertThat(values.toString()).doesNotContain("s3cret");
    assertThat(values.secrets()).isEqualTo(List.of("s3cret"));
  }

  @Test
  void shouldSayHowAMissingSettingIsGiven() {
    assertThatThrownBy(() -> SettingValues.of("test", files.read().settings(), Map.of()))
        .isInstanceOf(MissingSettingException.class)
        .hasMessageContaining("'token' (key)")
        .hasMessageContaining("KUROSHIO_TEST_TOKEN")
        .hasMessageContaining("kuroshio.setting.token");
  }

  @Test
  void shouldReadATwoStepPart() {
    files
        .with("items", "{ format: { json: array }, records: /list }")
        .with(
            "detail",
            "{ path: biblio, body: { text: \"${items}\" }, batch: { size: 100, value: /no } }");

    Detail detail = fetch().detail().orElseThrow();

    assertThat(detail.items()).isInstanceOf(JsonArrayFormat.class);
    assertThat(detail.batch().orElseThrow().size()).isEqualTo(100);
  }

  /** Every line: a noun, its value, and a part of what the error must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          transport | { http: { bas: x } }                                   | unknown key 'bas'; did you mean 'base'?
          transport | { http: { base: "ftp://x/" } }                         | begins with http:// or https://
          transport | { http: { base: "http://u:p@x/" } }                    | begins with http:// or https://
          transport | { http: { base: "http://x", auth: { bearer: "abc" } } } | a key never stands in a definition
          transport | { http: { base: "http://x", auth: { hedaer: {} } } }   | did you mean 'header'?
          transport | { http: { base: "http://x", budget: { perHour: 1 } } } | unknown key 'perHour'
          transport | { http: { base: "http://x", budget: { perDay: 0 } } }  | a whole number from 1
          transport | { http: { base: "http://x", limits: { response: lots } } } | expected a size like 64 MB
          transport | { http: { base: "http://x", timeouts: { read: 30s } } } | expected a duration like PT30S
          settings  | { base: { default: x, doc: y, secret: true } }         | a definition holds no secrets
          settings  | { base: { default: x } }                               | key 'doc' is missing
          settings  | { other: { default: x, doc: y } }                      | no setting is called 'base'
          request   | { path: "x/${window.form}" }                           | did you mean 'window.from'?
          request   | { path: "x/${page.offset:yyyy}" }                      | only a day has a pattern
          request   | { path: "x/${window.from:QQQQQQQ}" }                   | is no pattern of a day
          request   | { method: GET, body: { text: x } }                     | a GET has no body
          request   | { body: { json: "{ oops" } }                           | the body is no valid JSON
          request   | { body: { json: "{}", form: {} } }                     | exactly one of json, form and text
          request   | { throttle: { epo: serch } }                           | did you mean 'search'?
          pages     | { ofset: { size: 1 } }                                 | did you mean 'offset'?
          pages     | { offset: { size: 10 } }                               | the request does not use ${page.offset}
          pages     | { offset: { param: o, size: many } }                   | a whole number from 1
          pages     | { range: { param: r, header: R, size: 1 } }            | not into both
          pages     | nune                                                   | did you mean 'none'?
          cursor    | { windows: { start: 2015-01-01 } }                     | the request does not use ${window.from} or ${window.to}
          cursor    | { windows: { start: 2015 } }                           | expected a day like 2015-01-01
          cursor    | { windows: { start: 2015-01-01, step: P1M } }          | a number of days like P7D
          cursor    | { feed: { start: "0" } }                               | a feed goes with 'pages: { cursor
          cursor    | { window: {} }                                         | did you mean 'windows'?
          errors    | [{ status: 404, then: ingore }]                        | did you mean 'ignore'?
          errors    | [{ then: fail }]                                       | names a status, a header or something
          errors    | [{ status: 4o4, then: fail }]                          | a status is a number like 404
          errors    | [{ status: 404, then: fail, wait: PT1S }]              | belong to 'then: retry'
          errors    | [{ body: "(", then: fail }]                            | no regular expression
          slices    | ["01", "02"]                                           | the request does not use ${slice}
          items     | { records: /x }                                        | both or neither
          coverage  | { indicators: [a.b], regions: [JP], period: window }   | 'window' needs a cursor of windows
          coverage  | { indicators: [a.b], regions: [JP], period: "2020" }   | 'period: window'
          rhythm    | daily                                                  | expected a duration
          """)
  void shouldSayWhatIsWrong(String noun, String value, String said) {
    Path file = files.with(noun, value).write();

    assertThatThrownBy(() -> SourceDefinitions.find(file.toString()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith(file + ":")
        .hasMessageContaining(said);
  }

  @Test
  void shouldRefuseTheNounsOfAServerWhereFilesAreRead() {
    files.with("transport", "{ files: { patterns: [\"*.csv\"] } }").without("settings");

    assertThatThrownBy(files::read)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("unknown key 'request'");
  }
}
