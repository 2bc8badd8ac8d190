package org.kuroshio.ingest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.file.FileBundle;
import org.kuroshio.ingest.file.InputFile;
import org.kuroshio.ingest.file.InputListing;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;

class ShippedDataTest {
  @TempDir Path folder;

  @Test
  void shouldReadTheDataThatASourceShipsUnlessOtherIsNamed() throws Exception {
    SourceDefinition source = SourceDefinitions.find("shipped-test");
    Path own = Files.writeString(folder.resolve("own.csv"), "id,region,value\nz,JP-01,1\n");

    EngineRun shipped = EngineRun.of(source);
    EngineRun named = EngineRun.of(source, own);

    assertThat(shipped.keys()).containsExactly("shipped-test:x", "shipped-test:y");
    assertThat(shipped.events().get(0).envelope().orElseThrow().toString())
        .contains("classpath:data/shipped-test/rows.csv");
    assertThat(named.keys()).containsExactly("shipped-test:z");
  }

  @Test
  void shouldFindBundledFilesInAJar() throws Exception {
    Path jar = folder.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name :
          new String[] {"data/", "data/b.csv", "data/sub/", "data/sub/a.csv", "other/c.csv"}) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }

    try (FileBundle bundle =
        FileBundle.onClasspath(new URL("jar:" + jar.toUri() + "!/"), "data/")) {
      assertThat(InputListing.of(bundle))
          .extracting(InputFile::uri)
          .containsExactly("classpath:data/b.csv", "classpath:data/sub/a.csv");
    }
  }
}
