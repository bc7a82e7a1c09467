package callflow.app;

import callflow.diagnostic.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What there is to say about one rule, from the file that the tests play too.
///
/// @param title what is wrong, in an analyst's words
/// @param why why it matters to a caller
/// @param wrong Markdown with an example that breaks the rule
/// @param right the same example put right
record RulePage(Rule rule, String title, String why, String wrong, String right) {
  private static final Pattern PAGE =
      Pattern.compile("(?s)# ([^\n]+)\n\n(.+?)\n\n## Wrong\n\n(.+?)\n\n## Right\n\n(.+?)\n");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\n]*)\n(.*?)^```$");

  /// A fenced block with what stands after its fence.
  record Block(String kind, String text) {}

  /// The page of a rule; empty as long as nobody has written it.
  static Optional<RulePage> of(Rule rule) {
    return text(rule).map(text -> read(rule, text));
  }

  private static RulePage read(Rule rule, String text) {
    var page = PAGE.matcher(text);
    if (!page.matches()) {
      throw new IllegalStateException(
          "the page of `" + rule.slug() + "` needs a heading, why, `## Wrong` and `## Right`");
    }
    return new RulePage(rule, page.group(1), page.group(2), page.group(3), page.group(4));
  }

  private static Optional<String> text(Rule rule) {
    try (var page = RulePage.class.getResourceAsStream("/" + path(rule))) {
      if (page == null) return Optional.empty();
      return Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The whole page.
  String markdown() {
    return "**" + title + ".**\n\n" + why + "\n\nWrong:\n\n" + wrong + "\n\nRight:\n\n" + right;
  }

  /// Where the page lies among the resources.
  static String path(Rule rule) {
    return "callflow/rules/" + rule.slug() + ".md";
  }

  /// The fenced blocks of one section, in order.
  static List<Block> blocks(String section) {
    return BLOCK
        .matcher(section)
        .results()
        .map(block -> new Block(block.group(1), block.group(2)))
        .toList();
  }
}
