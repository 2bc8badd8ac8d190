package org.kuroshio.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          diff_*.csv     | diff_20260401.csv   | true
          diff_*.csv     | a/diff_1.csv        | true
          diff_*.csv     | diff_1.csv.bak      | false
          2021/*.csv     | 2021/a.csv          | true
          2021/*.csv     | 2021/b/a.csv        | false
          2021/**.csv    | 2021/b/a.csv        | true
          *.{json,jsonl} | a.jsonl             | true
          *.{json,jsonl} | a.xml               | false
          a?c.csv        | abc.csv             | true
          a+b.csv        | a+b.csv             | true
          """)
  void shouldMatch(String glob, String path, boolean matches) {
    assertThat(FilePattern.of(glob).matches(path)).isEqualTo(matches);
  }
}
