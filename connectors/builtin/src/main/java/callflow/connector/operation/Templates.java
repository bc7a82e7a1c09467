package callflow.connector.operation;

import callflow.expression.Template;

/// Looks at templates before they are filled in.
public final class Templates {
  private Templates() {}

  /// Whether there is nothing to fill in.
  public static boolean literal(Template template) {
    return template.holes().isEmpty();
  }

  /// The text of a template without holes, or its words with `hole` in place of each hole.
  public static String written(Template template, String hole) {
    var text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Words(var words) -> words;
            case Template.Part.Hole _ -> hole;
          });
    }
    return text.toString();
  }
}
