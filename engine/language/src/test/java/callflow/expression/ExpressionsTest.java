package callflow.expression;

import static callflow.expression.Reading.expression;
import static callflow.expression.Reading.passed;
import static callflow.expression.Reading.pointedAt;
import static callflow.expression.Reading.refused;
import static callflow.expression.Reading.written;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.source.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          verified                             | verified
          not verified and visits >= 3         | (and (not verified) (>= visits 3))
          a or b and c or d                    | (or a (and b c) d)
          not a == b                           | (not (== a b))
          not not a == b                       | (not (not (== a b)))
          (not a) == b                         | (== (not a) b)
          1 + 2 * 3 - 4                        | (- (+ 1 (* 2 3)) 4)
          -x - -5                              | (- (negate x) -5)
          ((x))                                | x
          customer.address.city                | (field (field customer "address") "city")
          (customer).size                      | (field customer "size")
          empty or size or new or var          | (or empty size new var)
          open('office') and age(born) >= 18   | (and (open "office") (>= (age born) 18))
          a ? b : open('office') ? c : d       | (choose a b (choose (open "office") c d))
          a ? b == c : known(d)                | (choose a (== b c) (known d))
          matches(x, '\\d{2}')                  | (matches x "\\\\d{2}")
          'it\\'s' == "a"                       | (== "it's" "a")
          true != false                        | (!= true false)
          0.10 < 1.10                          | (< 0.1 1.1)
          10 % 3 / 2                           | (/ (% 10 3) 2)
          """)
  void signs_bind_as_people_expect(String text, String tree) {
    assertThat(Canonical.of(expression(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      textBlock =
          """
          a = 1                      ¦ =            ¦ write `==` to compare two values
          a => 1                     ¦ =>           ¦ write `>=`
          a =< 1                     ¦ =<           ¦ write `<=`
          a <> 1                     ¦ <>           ¦ write `!=`
          a === 1                    ¦ ===          ¦ write `==`
          a && b                     ¦ &&           ¦ write `and`
          a || b                   ¦ ||         ¦ write `or`
          !a                         ¦ !            ¦ write `not`
          a AND b                    ¦ AND          ¦ write `and` in small letters
          a Or b                     ¦ Or           ¦ write `or` in small letters
          NOT a                      ¦ NOT          ¦ write `not` in small letters, before what must not hold
          a is 1                     ¦ is           ¦ write `==`
          plan in x                  ¦ in           ¦ compare with each value: `plan == 'gold' or plan == 'silver'`
          a in ('x')                 ¦ in           ¦ compare with each value: `plan == 'gold' or plan == 'silver'`
          a =~ 'x'                   ¦ =~           ¦ write `matches(account, '[0-9]{8}')`
          a !~ 'x'                   ¦ !~           ¦ write `not matches(account, '[0-9]{8}')`
          a == null                  ¦ null         ¦ write `known(account)` or `not known(account)`
          a == ‘gold’                ¦ ‘            ¦ write straight quotes: `'gold'`
          a == “gold”                ¦ “            ¦ write straight quotes: `'gold'`
          a == 'gold                 ¦ '            ¦ write a second `'` after the text
          a >= 12,50                 ¦ ,            ¦ write decimals with a point: `12.50`
          a == 0170                  ¦ 0170         ¦ write it in quotes, as text: `'0170'`
          a > 50€                    ¦ €            ¦ write the amount alone: `amount > 50`
          a > 50EUR                  ¦ 50EUR        ¦ write the number alone
          a > .5                     ¦ .            ¦ write `0.5`
          größe > 5                  ¦ größe        ¦ names are made of a-z, 0-9 and `_`; write text in quotes: `'größe'`
          ${a}                       ¦ ${           ¦ leave the braces out; `${…}` is for values inside of spoken text
          a[0]                       ¦ [            ¦ write a field of an object with a dot: `customer.id`
          a ≥ 5                      ¦ ≥            ¦ write `>=`
          a and                      ¦ and          ¦ write the value, or leave `and` out
          a ==                       ¦ ==           ¦ write the value, or leave `==` out
          or a                       ¦ or           ¦ write a value before it, or leave it out
          a and or b                 ¦ or           ¦ write a name, a number, or text in quotes there
          (a and b                   ¦ (            ¦ write `)` where it ends
          a and b)                   ¦ )            ¦ leave it out, or write `(` before
          1 < a < 5                  ¦ <            ¦ join them with `and`: `1 < x and x < 5`
          a b                        ¦ b            ¦ join them with `and`, `or`, or a comparison such as `==`; write text in quotes
          a not b                    ¦ not          ¦ write `and not` or `!=`
          a.size()                   ¦ size         ¦ there are no such functions; write it as in `age(birth_date)`
          'x'.y                      ¦ .            ¦ write it as in `customer.id`
          a ? b                      ¦ b            ¦ say what holds otherwise: `verified ? 'yes' : 'no'`
          a : b                      ¦ :            ¦ write it as in `verified ? 'yes' : 'no'`
          a; b                       ¦ ;            ¦ write one expression only
          a += 1                     ¦ +=           ¦ an expression can't change a value; use `set:`
          a -> b                     ¦ ->           ¦ an expression can only look at values
          age()                      ¦ age()        ¦ write `age(date)`
          age(a, b)                  ¦ age(a, b)    ¦ write `age(date)`
          matches(a)                 ¦ matches(a)   ¦ write `matches(text, pattern)`
          matches(a, b)              ¦ b            ¦ write it as in `matches(account, '[0-9]{8}')`
          open(office)               ¦ office       ¦ write it as in `open('office')`
          known a                    ¦ known        ¦ write it as in `known(…)`
          a @ b                      ¦ @            ¦ write text in quotes: `'gold'`
          """)
  void foreign_habits_are_answered_with_what_to_write_here(String text, String at, String hint) {
    Diagnostic found = refused(text);

    assertThat(found.rule()).isEqualTo(Rule.EXPRESSION_SYNTAX);
    assertThat(found.hint()).as(found.message()).contains(hint);
    assertThat(pointedAt(text, found.span())).isEqualTo(at);
  }

  @Test
  void an_unknown_function_is_answered_with_those_that_look_like_it() {
    Diagnostic found = refused("verified and match(account, '[0-9]+')");

    assertThat(found.rule()).isEqualTo(Rule.UNKNOWN_FUNCTION);
    assertThat(found.message()).isEqualTo("there is no function `match`");
    assertThat(found.suggestions()).containsExactly("matches");
    assertThat(pointedAt("verified and match(", found.span())).isEqualTo("match");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n"})
  void an_empty_expression_is_refused(String text) {
    assertThat(refused(text).message()).isEqualTo("there is no expression here");
  }

  @Test
  void every_part_knows_its_place() {
    String text = "not (a.b >= -1) or age( born ) == (2)";
    var any = (Expression.Any) expression(text);
    var not = (Expression.Not) any.operands().get(0);
    var compare = (Expression.Compare) any.operands().get(1);
    var inner = (Expression.Compare) not.operand();

    assertThat(pointedAt(text, any.span())).isEqualTo(text);
    assertThat(pointedAt(text, not.span())).isEqualTo("not (a.b >= -1)");
    assertThat(pointedAt(text, inner.span())).isEqualTo("a.b >= -1");
    assertThat(pointedAt(text, inner.left().span())).isEqualTo("a.b");
    assertThat(pointedAt(text, inner.right().span())).isEqualTo("-1");
    assertThat(pointedAt(text, compare.span())).isEqualTo("age( born ) == (2)");
    assertThat(pointedAt(text, compare.left().span())).isEqualTo("age( born )");
    assertThat(pointedAt(text, compare.right().span())).isEqualTo("2");
  }

  @Test
  void a_place_in_a_block_scalar_is_found_on_its_own_line() {
    String folded = "verified and visits => 3";
    var lines = new int[folded.length() + 1];
    var columns = new int[folded.length() + 1];
    for (int i = 0; i <= folded.length(); i++) {
      lines[i] = i < 9 ? 7 : 8;
      columns[i] = i < 9 ? 5 + i : 5 + i - 9;
    }
    var written = new Written(folded, new Span("f", 6, 9, 8, 20), lines, columns);

    var found = Expressions.parse(written).diagnostics().getFirst();

    assertThat(found.span()).isEqualTo(new Span("f", 8, 16, 8, 18));
  }

  @ParameterizedTest
  @CsvSource({"'(', ')'", "'-(', ')'", "'not (', ')'", "'age(', ')'", "'(a ? b : ', ')'"})
  void nesting_is_bounded(String open, String close) {
    int most = Grammar.MAX_NESTING;

    assertThat(passed(Expressions.parse(written(nested(open, close, most))))).isNotNull();
    assertThat(refused(nested(open, close, most + 1)).rule())
        .isEqualTo(Rule.EXPRESSION_TOO_COMPLEX);
  }

  private static String nested(String open, String close, int times) {
    return open.repeat(times) + "x" + close.repeat(times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not ", "- ", "a ? b : "})
  void long_chains_of_prefixes_and_choices_are_bounded(String prefix) {
    assertThat(passed(Expressions.parse(written(prefix.repeat(32) + "x")))).isNotNull();
    assertThat(refused(prefix.repeat(33) + "x").rule()).isEqualTo(Rule.EXPRESSION_TOO_COMPLEX);
  }

  @Test
  void length_is_bounded() {
    String longest = "a+".repeat(249) + "ab";

    assertThat(passed(Expressions.parse(written(longest)))).isNotNull();
    assertThat(refused(longest + "c").rule()).isEqualTo(Rule.EXPRESSION_TOO_COMPLEX);
  }

  @Test
  void bombs_of_braces_are_refused_at_once() {
    Diagnostic found = refused("{".repeat(200) + "1" + "}".repeat(200));

    assertThat(found.rule()).isEqualTo(Rule.EXPRESSION_SYNTAX);
  }

  @Test
  void numbers_are_exact() {
    assertThat(Canonical.of(expression("0.1000000000000000000001")))
        .isEqualTo("0.1000000000000000000001");
    assertThat(refused("1".repeat(31)).message()).endsWith("is a number of more than 30 digits");
  }
}
