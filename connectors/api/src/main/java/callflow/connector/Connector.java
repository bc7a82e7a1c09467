package callflow.connector;

import callflow.value.ToolResult;

/// One outside system. [#schema] is asked at check time, [#invoke] during calls.
public interface Connector extends AutoCloseable {
  ConnectorSchema schema();

  /// Asks the outside system for one operation. Blocks its own virtual thread, at most until the
  /// invocation's deadline. Ordinary failures are results; an exception is a bug in the connector.
  ///
  /// @throws InterruptedException when the call no longer wants the answer
  ToolResult invoke(Invocation invocation) throws InterruptedException;

  @Override
  void close();
}
