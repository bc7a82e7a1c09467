package callflow.value;

import java.util.Optional;

/// The types without any bounds, ready made.
public final class Types {
  public static final Type ANY = new Type.Any();
  public static final Type BOOL = new Type.Bool();
  public static final Type DATE = new Type.Date();
  public static final Type TEXT = new Type.Text(Optional.empty(), Optional.empty());
  public static final Type DIGITS = new Type.Digits(Optional.empty(), Optional.empty());
  public static final Type NUMBER = new Type.Decimal(Optional.empty(), Optional.empty());

  private Types() {}
}
