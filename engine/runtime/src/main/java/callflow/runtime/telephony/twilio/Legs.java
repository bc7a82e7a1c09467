package callflow.runtime.telephony.twilio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The legs that live, by `CallSid`, and the last words of some that don't.
final class Legs {
  /// Twilio asks again within seconds; this many calls end in no such time.
  static final int REMEMBERED = 4_096;

  private final int most;
  private final Map<String, TwilioLeg> living = new ConcurrentHashMap<>();
  private final Map<String, Steps> past = Collections.synchronizedMap(new Past());

  Legs(int most) {
    this.most = most;
  }

  boolean full() {
    return living.size() >= most;
  }

  int count() {
    return living.size();
  }

  Optional<TwilioLeg> find(String callSid) {
    return Optional.ofNullable(living.get(callSid));
  }

  /// What a call that is over answered last.
  Optional<Steps> past(String callSid) {
    return Optional.ofNullable(past.get(callSid));
  }

  /// The leg of this call, or else the one that `admission` makes; two at a time get the same.
  Optional<TwilioLeg> findOr(String callSid, Supplier<Optional<TwilioLeg>> admission) {
    var leg = living.computeIfAbsent(callSid, _ -> admission.get().orElse(null));
    return Optional.ofNullable(leg);
  }

  void forget(String callSid, Steps steps) {
    past.put(callSid, steps);
    living.remove(callSid);
  }

  void sweep(long now) {
    living.values().forEach(leg -> leg.sweep(now));
  }

  private static final class Past extends LinkedHashMap<String, Steps> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Steps> eldest) {
      return size() > REMEMBERED;
    }
  }
}
