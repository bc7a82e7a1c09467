package callflow.app;

import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow explain`: what a finding means, without a network.
@Command(
    name = "explain",
    description = "Tells what a finding means, with a wrong example and a right one.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "RULE",
      description = "The word in brackets behind a finding; without it, all rules are listed.")
  private Optional<String> slug = Optional.empty();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (slug.isEmpty()) {
      out.print(list());
      out.flush();
      return Main.FINE;
    }
    String word = slug.get().replaceAll("^\\[|\\]$", "");
    var rule = rules().stream().filter(each -> each.slug().equals(word)).findFirst();
    if (rule.isEmpty()) return unknown(word);
    out.print(explained(rule.get()));
    out.flush();
    return Main.FINE;
  }

  private static List<Rule> rules() {
    return Arrays.stream(Rule.values()).sorted(Comparator.comparing(Rule::slug)).toList();
  }

  private static String list() {
    var text = new StringBuilder();
    int width = rules().stream().mapToInt(rule -> rule.slug().length()).max().orElse(0);
    for (Rule rule : rules()) {
      text.append(rule.slug())
          .repeat(" ", width - rule.slug().length())
          .append("  ")
          .append(String.format("%-7s", rule.severity().word()))
          .append("  ")
          .append(RulePage.of(rule).map(RulePage::title).orElseGet(rule::why))
          .append('\n');
    }
    return text.toString();
  }

  private static String explained(Rule rule) {
    var text = new StringBuilder(rule.slug() + " (" + rule.severity().word() + ")\n\n");
    var page = RulePage.of(rule);
    if (page.isEmpty()) return text.append(rule.why()).append(".\n").toString();
    text.append(page.get().title()).append("\n\n").append(page.get().why()).append('\n');
    section(text, "Wrong", page.get().wrong());
    section(text, "Right", page.get().right());
    return text.toString();
  }

  /// Fences would be signs without a meaning in a terminal: what they hold is indented instead.
  private static void section(StringBuilder text, String title, String markdown) {
    text.append('\n').append(title).append(":\n");
    boolean inside = false;
    for (String line : markdown.lines().toList()) {
      boolean fence = line.startsWith("```");
      if (fence) inside = !inside;
      text.append(fence || line.isEmpty() ? "" : inside ? "    " + line : line).append('\n');
    }
  }

  private int unknown(String word) {
    var names = rules().stream().map(Rule::slug).toList();
    var near = Nearest.of(word, names);
    var err = spec.commandLine().getErr();
    err.println(
        "there is no rule `"
            + word
            + "`; "
            + (near.isEmpty()
                ? "`callflow explain` lists all there are"
                : "did you mean `" + String.join("` or `", near) + "`?"));
    err.flush();
    return Main.WRONG_USAGE;
  }
}
