package org.kuroshio.ingest.personal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.ingest.source.PersonalPath;
import org.kuroshio.ingest.source.PersonalPaths;

class PersonalFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /a         | {"a":1,"b":2}                  | {"b":2}
          /a/b       | {"a":{"b":1,"c":2}}            | {"a":{"c":2}}
          /p/*/n     | {"p":[{"n":1,"c":2},{"n":3}]}  | {"p":[{"c":2},{}]}
          /p/*/n     | {"p":{"n":1,"c":2}}            | {"p":{"c":2}}
          /p/*/n     | {"p":{"x":{"n":1,"c":2}}}      | {"p":{"x":{"c":2}}}
          /p/n       | {"p":[{"n":1,"c":2}]}          | {"p":[{"c":2}]}
          /p/*       | {"p":[1,2],"q":3}              | {"p":[],"q":3}
          /p/*       | {"p":{"a":1}}                  | {"p":{}}
          /*/n       | {"p":{"n":1},"q":[{"n":2}]}    | {"p":{},"q":[{}]}
          /a~1b/c~0d | {"a/b":{"c~d":1}}              | {"a/b":{}}
          /a/b/c     | {"a":1}                        | {"a":1}
          """)
  void shouldDrop(String path, String record, String left) throws Exception {
    JsonNode tree = new ObjectMapper().readTree(record);

    new PersonalFilter(PersonalPaths.whole(List.of(path))).drop(tree);

    assertThat(tree.toString()).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /p/*/n | {"p":[{"n":"DOE ANN [FI]"},{"n":"ROE BO"}]} | {"p":[{"n":"FI"},{}]}
          /n     | {"n":"DOE ANN [FI] "}                       | {"n":"FI"}
          /n     | {"n":["DOE ANN [FI]","ROE BO"]}             | {"n":["FI"]}
          /p/*   | {"p":["DOE ANN [FI]"]}                      | {"p":["FI"]}
          /p/*   | {"p":{"a":"DOE ANN [FI]","b":"ROE BO"}}     | {"p":{"a":"FI"}}
          /n     | {"n":{"#text":"DOE ANN [FI]"}}              | {}
          /n     | {"n":7}                                     | {}
          """)
  void shouldKeepOnlyWhatIsNotPersonalOfAText(String path, String record, String left)
      throws Exception {
    JsonNode tree = new ObjectMapper().readTree(record);
    Pattern country = Pattern.compile("\\[([A-Z]{2})\\]\\s*$");

    new PersonalFilter(new PersonalPaths(List.of(new PersonalPath(path, Optional.of(country)))))
        .drop(tree);

    assertThat(tree.toString()).isEqualTo(left);
  }
}
