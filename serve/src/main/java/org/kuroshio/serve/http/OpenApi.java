package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.kuroshio.serve.answer.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the interface, written as YAML and answered as JSON. */
final class OpenApi {
  private OpenApi() {}

  static byte[] document() {
    try (InputStream yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return Json.bytes(new ObjectMapper().<JsonNode>valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
