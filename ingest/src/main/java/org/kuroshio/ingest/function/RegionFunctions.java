package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.kuroshio.ingest.region.Countries;
import org.kuroshio.ingest.region.JisPrefectures;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.region.UsStates;

/** Places as publishers code them to region codes. */
final class RegionFunctions {
  private static final int COUNTRY_LETTERS = 2;

  private RegionFunctions() {}

  static List<MappingFunction> all(RegionTally tally) {
    return List.of(
        new MappingFunction(
            "jis-region",
            1,
            1,
            arguments ->
                TextNode.valueOf(JisPrefectures.region(MappingFunction.text(arguments[0]), tally))),
        new MappingFunction("us-region", 2, 2, arguments -> usRegion(arguments, tally)),
        new MappingFunction("country-code", 1, 1, RegionFunctions::countryCode),
        new MappingFunction("country-of", 1, 1, RegionFunctions::countryOf));
  }

  private static JsonNode usRegion(JsonNode[] arguments, RegionTally tally) {
    String state = MappingFunction.text(arguments[0]);
    String country = MappingFunction.text(arguments[1]);
    return TextNode.valueOf(UsStates.region(state, country, tally));
  }

  private static JsonNode countryCode(JsonNode[] arguments) {
    String name = MappingFunction.text(arguments[0]);
    return name.isEmpty() ? NullNode.instance : TextNode.valueOf(Countries.code(name));
  }

  private static JsonNode countryOf(JsonNode[] arguments) {
    String region = MappingFunction.text(arguments[0]);
    return MappingFunction.textOrNull(
        region.substring(0, Math.min(COUNTRY_LETTERS, region.length())));
  }
}
