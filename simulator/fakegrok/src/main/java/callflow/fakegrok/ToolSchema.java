package callflow.fakegrok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// Tools as a client declares them, flat or nested.
final class ToolSchema {
  private static final Set<String> SERVER_RUN =
      Set.of("web_search", "x_search", "file_search", "mcp");
  private static final List<String> FUNCTION_FIELDS = List.of("name", "description", "parameters");

  private ToolSchema() {}

  /// Whether the service would take it: a function needs a name of its own and an object's schema.
  static boolean isAccepted(JsonNode tool) {
    String type = tool.path("type").asText("");
    if (SERVER_RUN.contains(type)) return true;
    var parameters = function(tool).path("parameters");
    return type.equals("function")
        && name(tool).matches("[A-Za-z0-9_-]{1,64}")
        && !SERVER_RUN.contains(name(tool))
        && (parameters.isMissingNode() || parameters.path("type").asText("").equals("object"));
  }

  static String name(JsonNode tool) {
    return function(tool).path("name").asText("");
  }

  static ArrayNode nested(ArrayNode tools) {
    var nested = Json.array();
    tools.forEach(tool -> nested.add(nested(tool)));
    return nested;
  }

  private static JsonNode nested(JsonNode tool) {
    if (!tool.path("type").asText("").equals("function") || tool.has("function")) return tool;
    var nested = Json.object().put("type", "function");
    ObjectNode function = nested.putObject("function");
    for (String field : FUNCTION_FIELDS) {
      if (tool.has(field)) function.set(field, tool.get(field));
    }
    return nested;
  }

  private static JsonNode function(JsonNode tool) {
    return tool.has("function") ? tool.get("function") : tool;
  }
}
