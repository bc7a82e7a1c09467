package callflow.expression;

/// Yes, no, or neither because something in it has no value.
enum Truth {
  YES,
  NO,
  UNSET;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNSET -> UNSET;
    };
  }
}
