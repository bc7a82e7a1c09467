package callflow.connector.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A statement with `:name` parameters, in the form JDBC takes.
///
/// Quotes, comments, dollar quotes and `::` casts are left alone.
///
/// @param jdbc the statement with `?` in place of each parameter
/// @param names the parameter of each `?`, in order; repeated where it is used twice
/// @param words its bare words in lower case, for judging what it does
/// @param flaw what is wrong with it, as a phrase that follows "the statement"; empty when nothing
record NamedSql(String jdbc, List<String> names, List<String> words, Optional<String> flaw) {

  static NamedSql of(String sql) {
    return new Scanner(sql).scan();
  }

  /// Walks over a statement once, from left to right.
  private static final class Scanner {
    private final String sql;
    private final StringBuilder jdbc = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private Optional<String> flaw = Optional.empty();
    private int at;
    private boolean ended;

    Scanner(String sql) {
      this.sql = sql;
    }

    NamedSql scan() {
      while (at < sql.length()) next();
      return new NamedSql(jdbc.toString().strip(), List.copyOf(names), List.copyOf(words), flaw);
    }

    private void next() {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at)) skip(endOf("\n", at, "", false));
      else if (sql.startsWith("/*", at))
        skip(endOf("*/", at + 2, "has a comment that is not closed", true));
      else if (Character.isWhitespace(c)) copy(at + 1);
      else if (c == ';') end();
      else content(c);
    }

    private void content(char c) {
      if (ended) blame("is more than one statement");
      if (c == '\'') copy(quoteEnd('\'', escapes()));
      else if (c == '"' || c == '`') copy(quoteEnd(c, false));
      else if (c == '$') copy(dollarEnd());
      else if (c == '?') placeholder();
      else if (sql.startsWith("::", at)) copy(at + 2);
      else if (c == ':' && startsWord(at + 1)) parameter();
      else if (startsWord(at)) word();
      else copy(at + 1);
    }

    /// PostgreSQL's `E'…'` knows a backslash escape.
    private boolean escapes() {
      return at > 0
          && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e')
          && (at == 1 || !partOfWord(at - 2));
    }

    private int quoteEnd(char quote, boolean backslash) {
      for (int i = at + 1; i < sql.length(); i++) {
        char c = sql.charAt(i);
        if (backslash && c == '\\') i++;
        else if (c == quote) return i + 1;
      }
      blame("has a quote that is not closed");
      return sql.length();
    }

    /// `$$ … $$` or `$tag$ … $tag$`; any other `$` stands for itself.
    private int dollarEnd() {
      int close = at + 1;
      while (close < sql.length() && partOfWord(close) && sql.charAt(close) != '$') close++;
      if (close >= sql.length() || sql.charAt(close) != '$') return at + 1;
      String tag = sql.substring(at, close + 1);
      return endOf(tag, close + 1, "has a `" + tag + "` that is not closed", true);
    }

    /// After the next `mark`, or the end of the text, which is a flaw where it must not be.
    private int endOf(String mark, int from, String missing, boolean needed) {
      int found = sql.indexOf(mark, from);
      if (found >= 0) return found + mark.length();
      if (needed) blame(missing);
      return sql.length();
    }

    private void placeholder() {
      blame("has a `?`; write `:name` for a parameter");
      copy(at + 1);
    }

    private void parameter() {
      int end = wordEnd(at + 1);
      names.add(sql.substring(at + 1, end));
      jdbc.append('?');
      at = end;
    }

    private void word() {
      int end = wordEnd(at);
      words.add(sql.substring(at, end).toLowerCase(java.util.Locale.ROOT));
      copy(end);
    }

    private void end() {
      ended = true;
      at++;
    }

    private boolean startsWord(int index) {
      return index < sql.length()
          && (Character.isLetter(sql.charAt(index)) || sql.charAt(index) == '_');
    }

    private boolean partOfWord(int index) {
      char c = sql.charAt(index);
      return Character.isLetterOrDigit(c) || c == '_';
    }

    private int wordEnd(int from) {
      int end = from;
      while (end < sql.length() && partOfWord(end)) end++;
      return end;
    }

    private void copy(int end) {
      jdbc.append(sql, at, end);
      at = end;
    }

    private void skip(int end) {
      jdbc.append(' ');
      at = end;
    }

    private void blame(String trouble) {
      if (flaw.isEmpty()) flaw = Optional.of(trouble);
    }
  }
}
