package callflow.engine.interpret;

import callflow.expression.Expression;
import callflow.expression.Expression.Comparison;
import callflow.expression.Function;
import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.ByLanguage;
import callflow.program.Collect;
import callflow.program.Handlers;
import callflow.program.Limits;
import callflow.program.Marks;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.ProgramId;
import callflow.program.RecordingChange;
import callflow.program.ReportField;
import callflow.program.ScheduleDef;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.ToolDef;
import callflow.program.TransferDef;
import callflow.program.ValueCheck;
import callflow.program.VariableDef;
import callflow.program.VoiceSettings;
import callflow.program.Wording;
import callflow.source.Span;
import callflow.value.ChoiceName;
import callflow.value.FlowName;
import callflow.value.HourSpan;
import callflow.value.ScheduleName;
import callflow.value.StateName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import callflow.value.VariableName;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;

/// Programs by chance, the senseless ones included: loops, missing handlers, states without a way
/// out. The checker would refuse many of them; the interpreter must bear them all.
final class RandomPrograms {
  private static final Span NOWHERE = Span.startOf("random");
  static final List<String> TOOLS = List.of("find", "note", "pay");
  private static final List<String> EVENTS =
      List.of(
          "tool.failed",
          "tool.timeout",
          "tool.unknown",
          "tool.declined",
          "tool.denied",
          "attempts_exhausted",
          "voice_lost",
          "max_turns",
          "max_time",
          "busy",
          "no_answer",
          "closed",
          "failed",
          "declined",
          "voicemail",
          "pay.failed",
          "find.not_found");

  static final List<String> LANGUAGES = List.of("en", "de");

  private final Random random;
  private int wordings;
  private final int states;

  RandomPrograms(long seed) {
    random = new Random(seed);
    states = 1 + random.nextInt(8);
  }

  Program program() {
    var variables = new LinkedHashMap<VariableName, VariableDef>();
    variable(variables, "flag", Types.BOOL, Optional.of(new Value.Bool(random.nextBoolean())));
    variable(variables, "number", digits(), sometimes(new Value.Text("4711")));
    variable(variables, "amount", money(), sometimes(Value.Decimal.of(20)));
    variable(variables, "day", Types.DATE, Optional.empty());
    if (chance(3)) {
      variables.computeIfPresent(new VariableName("number"), (_, number) -> ruled(number));
    }
    var tools = new LinkedHashMap<ToolName, ToolDef>();
    TOOLS.forEach(name -> tools.put(new ToolName(name), tool(name)));
    var schedule =
        new ScheduleDef(
            new ScheduleName("office"),
            ZoneOffset.UTC,
            List.of(
                new ScheduleDef.Hours(
                    DayOfWeek.MONDAY, new HourSpan(LocalTime.of(8, 0), LocalTime.of(18, 0)))),
            List.of(),
            chance(3) ? Optional.of(new SwitchName("storm")) : Optional.empty());
    var transfer =
        new TransferDef(
            new TransferName("team"),
            destination(),
            chance(2) ? TransferDef.Mode.COLD : TransferDef.Mode.WARM,
            Duration.ofSeconds(25),
            random.nextBoolean() ? Optional.of(schedule.name()) : Optional.empty(),
            map("number", hole(name("number"))),
            manner());
    var all = new LinkedHashMap<StateName, StateDef>();
    for (int i = 0; i < states; i++) all.put(stateName(i), state(i));
    return new Program(
        new ProgramId("random"),
        new FlowName("random"),
        stateName(0),
        LANGUAGES,
        Optional.empty(),
        new VoiceSettings("ara", "en", BigDecimal.ONE),
        variables,
        tools,
        List.of(new SwitchName("storm")),
        new LinkedHashMap<>(java.util.Map.of(schedule.name(), schedule)),
        new LinkedHashMap<>(java.util.Map.of(transfer.name(), transfer)),
        List.of(
            new PolicyDef.Never("flagged", Set.of(new ToolName("pay")), name("flag")),
            new PolicyDef.Never(
                "asked",
                Set.of(new ToolName("pay")),
                new Expression.Call(
                    Function.CONFIRMED,
                    List.of(new Expression.Literal(new Value.Text("pay"), NOWHERE)),
                    NOWHERE))),
        afterCall(),
        all,
        new LinkedHashMap<>(
            java.util.Map.of(
                "number", new ReportField(hole(name("number")), random.nextBoolean()))),
        Optional.empty(),
        Limits.DEFAULT);
  }

  private TransferDef.Destination destination() {
    if (chance(2)) return new TransferDef.Destination.Fixed("+4930123456");
    var from = new LinkedHashMap<String, String>();
    from.put("4711", "+4930123457");
    from.put("other", "+4930123458");
    return new TransferDef.Destination.Chosen(hole(name("number")), from, "other");
  }

  private TransferDef.Manner manner() {
    if (chance(2)) return TransferDef.Manner.PLAIN;
    return new TransferDef.Manner(
        Optional.of(hole(name("number"))),
        Optional.of(hole(name("summary"))),
        Optional.of(hole(name("summary"))),
        Optional.of(
            new TransferDef.Queue(
                Optional.empty(),
                Duration.ofMinutes(5),
                Optional.of(
                    new TransferDef.Announcement(Duration.ofSeconds(60), words("Wait."))))));
  }

  /// The one that asks for a yes among them, which the checker would refuse.
  private List<ToolName> afterCall() {
    return TOOLS.stream().filter(_ -> chance(2)).map(ToolName::new).toList();
  }

  /// The same variable with a rule of the flow's own, which speaks of the value and of another.
  private static VariableDef ruled(VariableDef variable) {
    var rule = new ValueCheck(name("flag"), Wording.of(hole(name(variable.name().value()))));
    return new VariableDef(
        variable.name(),
        variable.type(),
        variable.description(),
        false,
        false,
        variable.initial(),
        Optional.of(rule));
  }

  private static void variable(
      SequencedMap<VariableName, VariableDef> all,
      String name,
      Type type,
      Optional<Value> initial) {
    var variable = new VariableName(name);
    all.put(
        variable,
        new VariableDef(variable, type, "the " + name, false, false, initial, Optional.empty()));
  }

  private RecordingChange recording() {
    if (chance(3)) return RecordingChange.START;
    return chance(2) ? RecordingChange.PAUSE : RecordingChange.NONE;
  }

  private Optional<String> sometimes(String word) {
    return chance(3) ? Optional.of(word) : Optional.empty();
  }

  private Optional<Value> sometimes(Value value) {
    return chance(4) ? Optional.empty() : Optional.of(value);
  }

  private static Type digits() {
    return new Type.Digits(Optional.of(4), Optional.of(4));
  }

  private static Type money() {
    return new Type.Money(
        "EUR", Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(2000)));
  }

  private ToolDef tool(String name) {
    var operation =
        new ShopCatalog()
            .operation(callflow.value.OperationRef.parse("shop." + name).orElseThrow())
            .orElseThrow();
    var bound = new LinkedHashMap<String, Template>();
    var open = new LinkedHashMap<String, Type.Field>();
    operation
        .input()
        .fields()
        .forEach((argument, field) -> {
          if (name.equals("note")) open.put(argument, field);
          else bound.put(argument, hole(name(name.equals("pay") ? "amount" : "number")));
        });
    var save = new LinkedHashMap<VariableName, Expression>();
    if (chance(2)) {
      save.put(new VariableName("flag"), new Expression.Path(name("result"), "found", NOWHERE));
    }
    return new ToolDef(
        new ToolName(name),
        operation,
        name,
        Optional.empty(),
        inEach(List.of()),
        bound,
        new Type.Struct(open),
        save,
        chance(3) ? Optional.of(guard()) : Optional.empty(),
        name.equals("pay") ? Optional.of(words("Shall I?")) : Optional.empty(),
        operation.effect(),
        Duration.ofSeconds(5),
        chance(2) ? Optional.of(words("One moment.")) : Optional.empty(),
        chance(2)
            ? Optional.of(inEach(hole(new Expression.Path(name("result"), "text", NOWHERE))))
            : Optional.empty(),
        random.nextInt(3),
        chance(3) ? Optional.of(guard()) : Optional.empty(),
        chance(3) ? Optional.of(words("It is done.")) : Optional.empty());
  }

  private StateDef state(int index) {
    int kind = random.nextInt(12);
    var collect = new ArrayList<Collect>();
    var moves = new ArrayList<Move>();
    var tools = new LinkedHashSet<ToolName>();
    var run = new ArrayList<ToolName>();
    StateDef.Ending ending = new StateDef.Ending.None();
    Optional<ByLanguage<Template>> prompt = Optional.empty();
    switch (kind) {
      case 0, 6 -> collect(collect);
      case 1, 7, 8 -> {
        for (int i = random.nextInt(3); i >= 0; i--) moves.add(move("choice" + i, false));
        prompt = Optional.of(inEach(Template.words("Talk.", NOWHERE)));
        tools.add(toolName());
        if (chance(2)) tools.add(toolName());
      }
      case 2, 9 -> run.add(toolName());
      case 3 -> ending = new StateDef.Ending.HangUp("over");
      case 4 -> ending = new StateDef.Ending.TransferTo(new TransferName("team"));
      default -> {
        collect(collect);
        run.add(toolName());
        if (chance(2)) tools.add(toolName());
      }
    }
    boolean listens = prompt.isPresent() || !collect.isEmpty() || !moves.isEmpty();
    if (listens && chance(2)) moves.add(move("anywhere", true));
    if (listens) repairs(moves);
    return new StateDef(
        stateName(index),
        chance(4) ? Set.of(new VariableName("number")) : Set.of(),
        new LinkedHashMap<>(),
        chance(5) ? List.of(toolName()) : List.of(),
        chance(2) ? Optional.of(words("State " + index)) : Optional.empty(),
        !chance(3),
        prompt,
        collect,
        moves,
        List.copyOf(tools),
        run,
        branches(),
        ending,
        new Handlers(handlers(), handlers()),
        silence(),
        noMatch(),
        listens,
        chance(2),
        new StateDef.Corrections(
            chance(2),
            chance(2)
                ? List.of(repair("correct_number", new Deed.Correct(new VariableName("number"))))
                : List.of()),
        new Marks(sometimes("milestone" + index), sometimes("outcome" + index)),
        recording());
  }

  private void collect(List<Collect> collect) {
    var ask = chance(2) ? Optional.of(words("Number?")) : Optional.<Wording>empty();
    collect.add(
        new Collect(new VariableName("number"), ask, 1 + random.nextInt(3), confirm(), keypad()));
    if (chance(2)) {
      collect.add(
          new Collect(new VariableName("day"), Optional.empty(), 2, confirm(), Optional.empty()));
    }
    if (chance(3)) {
      collect.add(
          new Collect(
              new VariableName("amount"), Optional.empty(), 2, confirm(), Optional.empty()));
    }
  }

  private Optional<Wording> confirm() {
    return chance(3) ? Optional.of(words("Right?")) : Optional.empty();
  }

  private Optional<Collect.Keypad> keypad() {
    if (chance(2)) return Optional.empty();
    Optional<Integer> length = chance(3) ? Optional.of(2) : Optional.empty();
    return Optional.of(new Collect.Keypad(chance(4) ? '*' : '#', Duration.ofSeconds(2), length));
  }

  private Move move(String name, boolean anywhere) {
    return new Move(
        new ChoiceName(name),
        inEach("wants " + name),
        inEach(List.of()),
        chance(2) ? Optional.of((char) ('0' + random.nextInt(3))) : Optional.empty(),
        chance(3) ? Optional.of(guard()) : Optional.empty(),
        anywhere,
        anywhere && chance(3) ? new Deed.Repeat() : chance(3) ? new Deed.Detour() : new Deed.Act(),
        action(!anywhere || chance(2)));
  }

  private void repairs(List<Move> moves) {
    if (chance(2)) moves.add(repair("help", new Deed.Help()));
    if (chance(2)) moves.add(repair("wait", new Deed.Wait()));
    if (chance(2)) moves.add(repair("back", new Deed.Back()));
    var question = words("From the start?");
    if (chance(2)) moves.add(repair("start_over", new Deed.StartOver(question)));
  }

  private Move repair(String name, Deed deed) {
    return new Move(
        new ChoiceName(name),
        inEach("wants " + name),
        inEach(List.of()),
        Optional.empty(),
        Optional.empty(),
        true,
        deed,
        action(deed instanceof Deed.StartOver));
  }

  private List<Branch> branches() {
    var branches = new ArrayList<Branch>();
    for (int i = random.nextInt(3); i > 0; i--) {
      branches.add(new Branch(Optional.of(guard()), action(true)));
    }
    if (!chance(5)) branches.add(new Branch(Optional.empty(), action(!chance(8))));
    return branches;
  }

  private SequencedMap<String, Action> handlers() {
    var handlers = new LinkedHashMap<String, Action>();
    EVENTS.stream()
        .filter(_ -> !chance(4))
        .forEach(event -> handlers.put(event, action(!chance(4))));
    return handlers;
  }

  private List<SilenceRung> silence() {
    var rungs = new ArrayList<SilenceRung>();
    for (int i = random.nextInt(3); i > 0; i--) {
      rungs.add(new SilenceRung(Duration.ofSeconds(5), action(chance(2))));
    }
    return rungs;
  }

  private List<Action> noMatch() {
    var steps = new ArrayList<Action>();
    for (int i = random.nextInt(3); i > 0; i--) steps.add(action(chance(3)));
    return steps;
  }

  private Action action(boolean goes) {
    return new Action(
        chance(6) ? Optional.of(LANGUAGES.get(random.nextInt(2))) : Optional.empty(),
        chance(3) ? Optional.of(words("So be it.")) : Optional.empty(),
        chance(4) ? Set.of(new VariableName("amount")) : Set.of(),
        chance(4)
            ? new LinkedHashMap<>(
                java.util.Map.of(new VariableName("flag"), Template.words("true", NOWHERE)))
            : new LinkedHashMap<>(),
        sometimes("done"),
        goes
            ? Optional.of(chance(10) ? StateName.RESUME : stateName(random.nextInt(states)))
            : Optional.empty());
  }

  /// One, or several that change with every time.
  private Wording words(String text) {
    var once = chance(2) ? List.of(Template.words("First: " + text, NOWHERE)) : List.<Template>of();
    var turns = List.of(Template.words(text, NOWHERE), Template.words("Again: " + text, NOWHERE));
    return new Wording(
        ++wordings, inEach(new Wording.Rounds(once, chance(2) ? turns : turns.subList(0, 1))));
  }

  private static <T> ByLanguage<T> inEach(T value) {
    var values = new LinkedHashMap<String, T>();
    LANGUAGES.forEach(language -> values.put(language, value));
    return new ByLanguage<>(values);
  }

  private Expression guard() {
    return switch (random.nextInt(4)) {
      case 0 -> name("flag");
      case 1 ->
          new Expression.Compare(
              Comparison.GREATER_OR_EQUAL,
              name("visits"),
              new Expression.Literal(Value.Decimal.of(1 + random.nextInt(3)), NOWHERE),
              NOWHERE);
      case 2 -> new Expression.Not(name("flag"), NOWHERE);
      default -> new Expression.Call(Function.KNOWN, List.of(name("number")), NOWHERE);
    };
  }

  private ToolName toolName() {
    return new ToolName(TOOLS.get(random.nextInt(TOOLS.size())));
  }

  private static StateName stateName(int index) {
    return new StateName("s" + index);
  }

  private static Expression name(String name) {
    return new Expression.Name(name, NOWHERE);
  }

  private static Template hole(Expression expression) {
    return new Template(List.of(new Template.Part.Hole(expression)), NOWHERE);
  }

  private static SequencedMap<String, Template> map(String name, Template value) {
    var map = new LinkedHashMap<String, Template>();
    map.put(name, value);
    return map;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
