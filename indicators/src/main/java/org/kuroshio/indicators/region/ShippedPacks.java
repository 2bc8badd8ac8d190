package org.kuroshio.indicators.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kuroshio.schemas.yaml.Place;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlTree;

/** The packs of the jar, named by {@code regions/index.yaml}, and those that a user adds. */
final class ShippedPacks {

  static final Regions REGIONS = with(List.of());

  private static final String FOLDER = "/regions/";

  private ShippedPacks() {}

  static Regions with(List<Path> extra) {
    SortedMap<String, RegionPack> packs = new TreeMap<>();
    YamlMap index = YamlTree.parse("index.yaml", resource("index.yaml")).asMap();
    for (String name : index.get("packs").asList().texts()) {
      add(PackFile.read(name, resource(name), packs), packs);
    }
    for (Path file : extra) {
      add(PackFile.read(file.toString(), text(file), packs), packs);
    }
    return new Regions(packs);
  }

  private static void add(RegionPack pack, SortedMap<String, RegionPack> packs) {
    packs.put(pack.country(), pack);
  }

  private static String resource(String name) {
    try (InputStream stream = ShippedPacks.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + FOLDER + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      throw new Place(file.toString(), 1).problem("there is no such region pack");
    } catch (CharacterCodingException e) {
      throw new Place(file.toString(), 1).problem("the file is not UTF-8");
    } catch (IOException e) {
      throw new Place(file.toString(), 1).problem("can't be read: " + e);
    }
  }
}
