package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.kuroshio.serve.access.Caller;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.answer.Language;

/**
 * {@code /about}.
 *
 * @param version of the product
 * @param simulated whether simulated facts may be among the data
 * @param methods of showing who one is
 */
record AboutEndpoint(String version, boolean simulated, List<String> methods) implements Handler {
  @Override
  public void handle(Context context) {
    new Question(context);
    Caller caller = Callers.of(context.req());
    ObjectNode tree =
        Json.object().put("product", "Kuroshio").put("version", version).put("api", "v1");
    ArrayNode languages = tree.putArray("languages");
    for (Language language : Language.values()) {
      languages.add(language.name());
    }
    tree.put("simulated", simulated);
    ArrayNode authentication = tree.putArray("authentication");
    methods.forEach(authentication::add);
    ArrayNode roles = tree.putArray("roles");
    caller.role().words().forEach(roles::add);
    tree.put("caller", caller.name());
    Answer.to(context).json(tree);
  }
}
