package callflow.value;

/// Names one request for a tool within one call; made by the model's service, or by the engine for
/// its own.
public record ToolCallId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
