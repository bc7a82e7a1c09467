package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.value.Moments;
import callflow.value.Type;
import callflow.value.Value;
import java.util.Optional;

/// Days, times of day and moments beside what is no such thing: quoted text will do if it can be
/// read as one.
enum Clock {
  DAY(Nature.DAY, "a day", "write year, month and day: `'1990-02-28'`"),
  TIME(Nature.TIME, "a time", "write hour and minute: `'08:30'`"),
  MOMENT(Nature.MOMENT, "a moment", "write day and time: `'2026-03-02T08:30'`");

  private final Nature nature;
  private final String what;
  private final String written;

  Clock(Nature nature, String what, String written) {
    this.nature = nature;
    this.what = what;
    this.written = written;
  }

  static Optional<Clock> of(Type type) {
    return switch (Nature.of(type)) {
      case DAY -> Optional.of(DAY);
      case TIME -> Optional.of(TIME);
      case MOMENT -> Optional.of(MOMENT);
      case NUMBER, TEXT, YES_OR_NO, LIST, OBJECT, ANYTHING -> Optional.empty();
    };
  }

  /// What is wrong with `other` of type `its` beside this; empty when nothing is.
  Optional<Diagnostic> beside(
      Expression.Compare compare, Expression clock, Expression other, Type its) {
    if (other instanceof Expression.Literal(Value.Text(var text), _)) {
      return reads(text)
          ? Optional.empty()
          : Comparing.wrong(
              other,
              Shown.of(clock)
                  + " is "
                  + nature.phrase()
                  + ", and "
                  + Shown.of(other)
                  + " is not "
                  + what
                  + " we can read",
              written);
    }
    return Comparing.wrong(
        compare,
        Shown.of(clock)
            + " is "
            + nature.phrase()
            + " and can't be compared with "
            + Shown.of(other)
            + ", which is "
            + Nature.phrase(its),
        remedy());
  }

  private boolean reads(String text) {
    return switch (this) {
      case DAY -> Days.read(text).isPresent();
      case TIME -> Moments.time(text).isPresent();
      case MOMENT -> Moments.moment(text).isPresent();
    };
  }

  private String remedy() {
    return switch (this) {
      case DAY ->
          "compare it with a date, as in `< today` or `< '1990-02-28'`; `age(…)` counts years";
      case TIME -> "compare it with a time, as in `< '08:30'`";
      case MOMENT -> "compare it with a moment, as in `< now` or `< '2026-03-02T08:30'`";
    };
  }
}
