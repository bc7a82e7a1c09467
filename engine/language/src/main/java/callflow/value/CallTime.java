package callflow.value;

import java.time.OffsetDateTime;

/// When a call may be played.
///
/// Dates are written with four digits for the year, and clocks are counted from 1970; beyond that
/// no telephone rings.
public final class CallTime {
  public static final int FIRST_YEAR = 1970;
  public static final int LAST_YEAR = 9999;

  private CallTime() {}

  public static boolean isPlayable(OffsetDateTime moment) {
    return moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR;
  }
}
