package callflow.bench;

import callflow.engine.call.CallState;
import callflow.engine.interpret.Interpreter;

/// What an event costs our interpreter, beside two state machines for Java, and what a call that
/// waits weighs.
final class InterpreterNumbers {
  private static final int IDLE_CALLS = 100_000;

  private InterpreterNumbers() {}

  static void print() {
    System.out.println("Events of a flow with 12 states and 30 guarded transitions, on one thread");
    Race.print(
        System.out,
        new Race(
                new Race.Subject("callflow, guards as text", new OurRing(Ring.SMALL)),
                new Race.Subject("Commons SCXML 0.9, guards as text", new ScxmlRing(Ring.SMALL)),
                new Race.Subject("stateless4j, guards in Java", new StatelessRing(Ring.SMALL)))
            .run());

    System.out.println("The same events in larger flows");
    Race.print(
        System.out,
        new Race(
                new Race.Subject("callflow, 12 states", new OurRing(Ring.SMALL)),
                new Race.Subject("callflow, 120 states", new OurRing(new Ring(120))),
                new Race.Subject("callflow, 600 states", new OurRing(new Ring(600))))
            .run());

    System.out.printf("A call that waits for its caller: %d bytes of heap%n", bytesOfAnIdleCall());
  }

  /// What the heap grows by with each of many calls in their first state.
  static long bytesOfAnIdleCall() {
    var interpreter = new Interpreter(Ring.SMALL.program());
    var calls = new CallState[IDLE_CALLS];
    long before = used();
    for (int i = 0; i < IDLE_CALLS; i++) calls[i] = OurRing.answered(interpreter, "c" + i);
    long after = used();
    if (calls[IDLE_CALLS - 1].ended()) throw new IllegalStateException("a call has ended");
    return (after - before) / IDLE_CALLS;
  }

  private static long used() {
    for (int i = 0; i < 4; i++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
