package callflow.expression;

import static callflow.expression.Reading.expression;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
