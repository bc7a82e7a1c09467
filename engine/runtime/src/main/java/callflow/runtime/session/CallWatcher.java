package callflow.runtime.session;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.Event;
import callflow.engine.interpret.Step;
import callflow.program.Program;

/// Told what happens in calls, on their own threads; must return at once. What it is told holds
/// callers' words: mask before showing.
public interface CallWatcher {
  /// Nobody watches.
  CallWatcher NONE = new CallWatcher() {};

  default void began(CallId call, CallInfo info, Program program) {}

  default void stepped(CallId call, Event event, Step step) {}

  /// A fault of ours ended the call.
  default void failed(CallId call, RuntimeException fault) {}

  /// Nothing more will happen in it.
  default void over(CallId call, CallState last) {}
}
