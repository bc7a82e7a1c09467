package callflow.connector.operation;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that may hang in a library without a deadline of its own (name look-ups, JDBC drivers).
public final class Errand {
  private Errand() {}

  /// Does the work on a virtual thread and waits for it until the deadline; then, or when the
  /// waiting thread is interrupted, the worker is left to itself. It is never interrupted: that
  /// would close the files of an embedded database.
  ///
  /// @throws ExecutionException what the work threw, as its cause
  /// @throws TimeoutException when the deadline came first
  public static <T> T run(String name, Deadline deadline, Callable<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().name(name).start(task);
    try {
      return task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      task.cancel(false);
    }
  }
}
