package callflow.app;

import callflow.engine.call.CallId;
import callflow.engine.call.CallInfo;
import callflow.engine.call.CallState;
import callflow.engine.call.CallState.Phase;
import callflow.engine.call.Event;
import callflow.engine.call.Taken;
import callflow.engine.interpret.Step;
import callflow.program.Program;
import callflow.runtime.session.CallWatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the beginning and the end of each call to the log, never what was said in it.
final class CallLog implements CallWatcher {
  private static final Logger LOG = LoggerFactory.getLogger("callflow.calls");
  private static final int SHOWN_DIGITS = 3;

  @Override
  public void began(CallId call, CallInfo info, Program program) {
    LOG.info(
        "call {} began: {} -> {}, flow {}", call, masked(info.from()), info.to(), program.name());
  }

  @Override
  public void stepped(CallId call, Event event, Step step) {
    if (event instanceof Event.VoiceLost(_, var reason)) {
      LOG.warn("call {} lost its voice session: {}", call, reason);
    }
    for (var taken : step.taken()) {
      if (taken instanceof Taken.Reached(var milestone, var after)) {
        LOG.info("call {} reached {} after {} s", call, milestone, after.toSeconds());
      } else if (taken instanceof Taken.Recording(var what)) {
        LOG.info("call {} recording {} (the carrier records, not this server)", call, what);
      } else if (taken instanceof Taken.Reported(var fields)) {
        LOG.info("call {} reports {}", call, fields);
      }
    }
  }

  @Override
  public void over(CallId call, CallState last) {
    String outcome =
        last.phase() instanceof Phase.Ended(var reason) ? reason.outcome() : "abandoned";
    LOG.info("call {} is over: {}", call, outcome);
  }

  /// A caller's number is told by its last digits only.
  static String masked(String number) {
    if (number.isEmpty()) return "withheld";
    return "…" + number.substring(Math.max(0, number.length() - SHOWN_DIGITS));
  }
}
