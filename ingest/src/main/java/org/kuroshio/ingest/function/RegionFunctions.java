package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.kuroshio.ingest.region.Countries;
import org.kuroshio.ingest.region.JapaneseAddresses;
import org.kuroshio.ingest.region.JapaneseInstitutions;
import org.kuroshio.ingest.region.JisPrefectures;
import org.kuroshio.ingest.region.Places;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.region.UsStates;

/** Places as publishers code them to region codes. */
final class RegionFunctions {
  private static final int COUNTRY_LETTERS = 2;

  private RegionFunctions() {}

  static List<MappingFunction> all(RegionTally tally) {
    return List.of(
        place("jis-region", JisPrefectures::region, tally),
        place("jp-address-region", JapaneseAddresses::region, tally),
        place("jp-institution-region", JapaneseInstitutions::region, tally),
        new MappingFunction("place-region", 3, 3, arguments -> placeRegion(arguments, tally)),
        new MappingFunction("us-region", 2, 2, arguments -> usRegion(arguments, tally)),
        new MappingFunction("country-code", 1, 1, RegionFunctions::countryCode),
        new MappingFunction("country-of", 1, 1, RegionFunctions::countryOf));
  }

  /** From one text to a region. */
  private interface Place {
    String region(String text, RegionTally tally);
  }

  private static MappingFunction place(String name, Place place, RegionTally tally) {
    return new MappingFunction(
        name,
        1,
        1,
        arguments -> TextNode.valueOf(place.region(MappingFunction.text(arguments[0]), tally)));
  }

  private static JsonNode placeRegion(JsonNode[] arguments, RegionTally tally) {
    String city = MappingFunction.text(arguments[0]);
    String state = MappingFunction.text(arguments[1]);
    String country = MappingFunction.text(arguments[2]);
    return TextNode.valueOf(Places.region(city, state, country, tally));
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
