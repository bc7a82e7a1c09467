package callflow.engine.call;

/// Names one call; made by the shell that admits it.
public record CallId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
