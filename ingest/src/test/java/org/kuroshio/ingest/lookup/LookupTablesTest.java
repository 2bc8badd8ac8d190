package org.kuroshio.ingest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.file.FilePattern;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.file.InputListing;
import org.kuroshio.ingest.fixture.Packed;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.source.Lookup;

class LookupTablesTest {
  private static final Lookup DATES =
      new Lookup("dates", FilePattern.of("*dates*.csv"), "id", "date");

  @TempDir Path folder;

  private Map<String, JsonNode> read() {
    return LookupTables.read(List.of(DATES), InputListing.of(List.of(folder.toString())));
  }

  @Test
  void shouldTakeTheGreatestValueWhateverTheOrder() {
    SourceFiles files = new SourceFiles(folder);
    files.text("a-dates.csv", "id,date,more\n1,2020-01-02,x\n2,2020-01-01,x\n");
    byte[] second = "date,id\n2020-01-01,1\n2020-01-03,2\n".getBytes(StandardCharsets.UTF_8);
    files.bytes("b.zip", Packed.zip(Map.of("b-dates.csv", second)));

    assertThat(read().get("dates")).hasToString("{\"1\":\"2020-01-02\",\"2\":\"2020-01-03\"}");
  }

  @Test
  void shouldBeEmptyWithoutItsFile() {
    assertThat(read().get("dates")).isEmpty();
  }

  @Test
  void shouldSayThatAColumnIsMissing() {
    new SourceFiles(folder).text("dates.csv", "id,day\n1,2\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("dates.csv")
        .hasMessageContaining("the header has no column 'date'");
  }
}
