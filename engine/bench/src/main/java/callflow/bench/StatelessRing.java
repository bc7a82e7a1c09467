package callflow.bench;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import com.github.oxo42.stateless4j.delegates.FuncBoolean;

/// A ring run by stateless4j, its guards written in Java: what no analyst can write or change.
final class StatelessRing implements Race.Round {
  private final String tier = "gold";
  private final int score = 12;
  private final StateMachine<Integer, Character> machine;

  StatelessRing(Ring ring) {
    var config = new StateMachineConfig<Integer, Character>();
    for (var each : ring.transitions()) {
      config.configure(each.from()).permitIf(each.key(), each.to(), guard(each.key()));
    }
    machine = new StateMachine<>(0, config);
    machine.onUnhandledTrigger((_, _) -> {});
  }

  private FuncBoolean guard(char key) {
    return switch (key) {
      case '1' -> () -> tier.equals("gold") && score >= 10;
      case '2' -> () -> !tier.equals("silver");
      default -> () -> score < 1000 || tier.equals("lead");
    };
  }

  @Override
  public long run(int times) {
    for (int i = 0; i < times; i++) machine.fire(Keys.at(i));
    return machine.getState();
  }
}
