package callflow.check;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.AnywhereDecl;
import callflow.syntax.ChoiceDecl;
import callflow.syntax.Localized;
import callflow.syntax.StateDecl;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Of two things that callers may want in one state, each has words of its own.
record SameWishes() implements Remark {

  /// One thing a caller may want.
  private record Wish(Object owner, List<Located<String>> caller, List<Located<String>> examples) {}

  @Override
  public void check(Context context, Findings findings) {
    var anywhere = context.flow().anywhere().stream().map(SameWishes::wish).toList();
    compare(findings, anywhere, List.of());
    for (StateDecl state : context.flow().states()) {
      var own = state.choices().stream().map(SameWishes::wish).toList();
      compare(findings, own, state.anywhere() ? anywhere : List.of());
    }
  }

  private static Wish wish(AnywhereDecl entry) {
    return wish(entry, entry.caller().map(Localized::all).orElse(List.of()), entry.examples());
  }

  private static Wish wish(ChoiceDecl choice) {
    return wish(choice, choice.caller().map(Localized::all).orElse(List.of()), choice.examples());
  }

  private static Wish wish(
      Object owner, List<Located<String>> caller, Localized<List<Located<String>>> examples) {
    return new Wish(owner, caller, examples.all().stream().flatMap(List::stream).toList());
  }

  private static void compare(Findings findings, List<Wish> own, List<Wish> others) {
    var wishes = new HashMap<String, Owned>();
    var examples = new HashMap<String, Owned>();
    for (Wish wish : others) {
      wish.caller().forEach(words -> wishes.putIfAbsent(key(words), new Owned(wish, words)));
      wish.examples().forEach(words -> examples.putIfAbsent(key(words), new Owned(wish, words)));
    }
    for (Wish wish : own) {
      wish.caller().forEach(words -> take(findings, Rule.SAME_WISH, wishes, wish, words));
      wish.examples().forEach(words -> take(findings, Rule.SAME_EXAMPLE, examples, wish, words));
    }
  }

  private record Owned(Wish wish, Located<String> words) {}

  private static void take(
      Findings findings, Rule rule, Map<String, Owned> taken, Wish wish, Located<String> words) {
    var first = taken.putIfAbsent(key(words), new Owned(wish, words));
    if (first == null || first.wish().equals(wish)) return;
    findings.add(
        Diagnostic.of(
                rule,
                words.span(),
                "`" + words.value() + "` stands for two things that callers may want here")
            .withHint("write for each of the two what callers say only of it")
            .withRelated(first.words().span(), "the other one"));
  }

  private static String key(Located<String> words) {
    return words.value().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
