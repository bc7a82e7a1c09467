package callflow.connector.http;

/// What came after the headers.
sealed interface Body {
  // An array, because it is read once and thrown away.
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(byte[] octets) implements Body {}

  /// It went beyond [BoundedBody#MOST] and was cut off.
  record TooLarge() implements Body {}
}
