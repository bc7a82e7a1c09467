package callflow.book;

import callflow.expression.Expression;
import callflow.expression.Infix;
import callflow.expression.Template;
import java.util.List;

/// HTML being written. Whatever comes from a flow is escaped; only [#raw] is not.
final class Html {
  private final StringBuilder text = new StringBuilder();

  Html raw(String html) {
    text.append(html);
    return this;
  }

  Html words(String words) {
    return raw(escaped(words));
  }

  /// @param look a class of the style sheet
  Html open(String element, String look) {
    return raw("<" + element + " class=\"" + look + "\">");
  }

  Html open(String element) {
    return raw("<" + element + ">");
  }

  Html close(String element) {
    return raw("</" + element + ">\n");
  }

  Html element(String element, String words) {
    return open(element).words(words).close(element);
  }

  Html element(String element, String look, String words) {
    return open(element, look).words(words).close(element);
  }

  /// A link within the page.
  Html link(String id, String words) {
    return raw("<a href=\"#" + escaped(id) + "\">").words(words).raw("</a>");
  }

  /// Text with its values marked.
  Html template(Template template) {
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Part.Words(var words) -> words(words);
        case Template.Part.Hole(var expression) -> code(expression);
      }
    }
    return this;
  }

  Html code(Expression expression) {
    return raw("<code>" + escaped(Infix.of(expression)) + "</code>");
  }

  Html code(String words) {
    return raw("<code>" + escaped(words) + "</code>");
  }

  /// The head of a table; rows follow, then [#close].
  Html table(List<String> heads) {
    open("table").open("thead").open("tr");
    heads.forEach(head -> element("th", head));
    return close("tr").close("thead");
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
