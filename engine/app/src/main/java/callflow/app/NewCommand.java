package callflow.app;

import callflow.diagnostic.TextRenderer;
import callflow.parse.Scalars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `callflow new`: a flow to begin with, made from a few answers.
@Command(
    name = "new",
    description = "Starts a flow: asks a few questions, then writes files that work.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final Pattern HOURS =
      Pattern.compile(
          "((?:mon|tue|wed|thu|fri|sat|sun)(?:-(?:mon|tue|wed|thu|fri|sat|sun))?)"
              + " +([0-2]\\d:[0-5]\\d)-([0-2]\\d:[0-5]\\d)");
  private static final String NONE = "none";
  private static final int MOST_WISHES = 20;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where the files go; a folder with the flow's name unless you say so.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--name", paramLabel = "NAME", description = "The flow's name, such as my-desk.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--title", paramLabel = "WORDS", description = "Who callers have called.")
  private Optional<String> title = Optional.empty();

  @Option(names = "--greeting", paramLabel = "WORDS", description = "What callers hear first.")
  private Optional<String> greeting = Optional.empty();

  @Option(
      names = "--wants",
      paramLabel = "LIST",
      description = "What callers may want, with commas in between.")
  private Optional<String> wants = Optional.empty();

  @Option(
      names = "--transfer-to",
      paramLabel = "NUMBER",
      description = "Where callers are handed over to, or none.")
  private Optional<String> number = Optional.empty();

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      description = "When somebody answers there, such as \"mon-fri 08:00-18:00\".")
  private Optional<String> hours = Optional.empty();

  @Option(names = "--zone", paramLabel = "ZONE", description = "Such as Europe/Berlin.")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--languages",
      paramLabel = "LIST",
      description = "Out of en, de, es and fr, the first one first.")
  private Optional<String> languages = Optional.empty();

  @Option(
      names = "--connector",
      paramLabel = "NAME",
      description = "A connector to look things up with, or none.")
  private Optional<String> connector = Optional.empty();

  @Option(names = "--yes", description = "Ask nothing; take what is usual where you said nothing.")
  private boolean yes;

  @Override
  public Integer call() {
    try {
      var sketch = yes ? sketch(Optional.empty()) : interviewed();
      return write(sketch, folder.orElse(Path.of(sketch.name())));
    } catch (Interview.Fruitless fruitless) {
      throw new ParameterException(spec.commandLine(), fruitless.getMessage());
    }
  }

  private Sketch interviewed() throws Interview.Fruitless {
    try (var prompt = Prompt.of(spec.commandLine().getOut())) {
      return sketch(Optional.of(prompt));
    }
  }

  private Sketch sketch(Optional<Prompt> prompt) throws Interview.Fruitless {
    var interview = new Interview(prompt);
    String usual = folder.map(Path::getFileName).map(Path::toString).orElse("my-desk");
    String called =
        interview.ask(
            name,
            "What is the flow called? Small letters, figures and `-`.",
            NAME.matcher(usual).matches() ? usual : "my-desk",
            NewCommand::wrongName);
    String whom =
        interview.ask(title, "Whom have callers called?", "Our desk", NewCommand::wrongWords);
    var spoken =
        split(
            interview.ask(
                languages,
                "Which languages are spoken? Out of " + String.join(", ", Phrases.LANGUAGES) + ".",
                "en",
                NewCommand::wrongLanguages));
    String first = Phrases.in(spoken.getFirst()).welcome().formatted(whom);
    String hello =
        interview.ask(greeting, "What do callers hear first?", first, NewCommand::wrongWords);
    var wishes =
        split(
            interview.ask(
                wants,
                "What may callers want? A few words each, with commas in between.",
                "opening hours, prices",
                NewCommand::wrongWishes));
    String to =
        interview.ask(
            number,
            "Which number are callers handed over to when they ask for a person?",
            NONE,
            NewCommand::wrongNumber);
    var open = to.equals(NONE) ? hours("mon-fri 08:00-18:00", "UTC") : hours(interview);
    String system =
        interview.ask(
            connector,
            "Is there a system to look things up in? A name such as `orders`, or none.",
            NONE,
            NewCommand::wrongConnector);
    return new Sketch(
        called,
        whom,
        Optional.of(hello),
        wishes,
        Optional.of(to).filter(it -> !it.equals(NONE)),
        open,
        spoken,
        Optional.of(system).filter(it -> !it.equals(NONE)));
  }

  private Sketch.Hours hours(Interview interview) throws Interview.Fruitless {
    String open =
        interview.ask(
            hours,
            "When does somebody answer there?",
            "mon-fri 08:00-18:00",
            NewCommand::wrongHours);
    return hours(
        open, interview.ask(zone, "In which time zone?", "Europe/Berlin", NewCommand::wrongZone));
  }

  private static Sketch.Hours hours(String open, String zone) {
    var parts = HOURS.matcher(open);
    if (!parts.matches()) throw new IllegalArgumentException(open);
    return new Sketch.Hours(parts.group(1), parts.group(2) + "-" + parts.group(3), zone);
  }

  private int write(Sketch sketch, Path into) {
    var out = spec.commandLine().getOut();
    var files = sketch.files();
    for (String file : files.keySet()) {
      if (Files.exists(into.resolve(file))) {
        throw new ParameterException(
            spec.commandLine(),
            "there is a file `"
                + ProjectFiles.shown(into.resolve(file))
                + "` already; name another folder");
      }
    }
    create(into);
    files.forEach((file, text) -> Written.write(spec, into.resolve(file), text));
    files.keySet().forEach(file -> out.println("wrote " + ProjectFiles.shown(into.resolve(file))));
    var project = Projects.load(spec, List.of(into));
    var findings = project.findings();
    boolean broken = findings.stream().anyMatch(each -> each.isError());
    if (broken) out.print(new TextRenderer(project::source, Terminals.colour()).render(findings));
    out.println("Next: callflow simulate " + ProjectFiles.shown(into) + "   you are the caller");
    out.flush();
    return broken ? Main.FINDINGS : Main.FINE;
  }

  private void create(Path into) {
    try {
      Files.createDirectories(into);
    } catch (IOException trouble) {
      throw new ParameterException(
          spec.commandLine(),
          "the folder `"
              + ProjectFiles.shown(into)
              + "` can't be made; look whether you may write"
              + " there");
    }
  }

  private static List<String> split(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static Optional<String> complain(boolean wrong, String complaint) {
    return wrong ? Optional.of(complaint) : Optional.empty();
  }

  private static Optional<String> wrongName(String answer) {
    return complain(
        !NAME.matcher(answer).matches(),
        "`"
            + answer
            + "` can't be a flow's name; write small letters, figures and `-`, such as"
            + " my-desk");
  }

  private static Optional<String> wrongWords(String answer) {
    return complain(
        answer.isEmpty() || answer.contains("${") || answer.chars().anyMatch(it -> it < ' '),
        "write a few words without `${`");
  }

  private static Optional<String> wrongLanguages(String answer) {
    var tags = split(answer);
    boolean known =
        Phrases.LANGUAGES.containsAll(tags) && tags.stream().distinct().count() == tags.size();
    return complain(
        tags.isEmpty() || !known,
        "`"
            + answer
            + "` is no list of languages; write some of en, de, es and fr, each once, such"
            + " as en, de");
  }

  private static Optional<String> wrongWishes(String answer) {
    var words = split(answer).stream().map(Sketch::word).toList();
    boolean unusable =
        words.isEmpty()
            || words.size() > MOST_WISHES
            || words.stream().distinct().count() != words.size()
            || words.contains("nothing_else")
            || words.contains("reference_status");
    return wrongWords(answer)
        .or(() ->
            complain(
                unusable,
                "write up to "
                    + MOST_WISHES
                    + " different wishes with commas in between, such as"
                    + " opening hours, prices"));
  }

  private static Optional<String> wrongNumber(String answer) {
    return complain(
        !answer.equals(NONE) && !Scalars.isPhoneNumber(answer),
        "`"
            + answer
            + "` is not a telephone number in the international form; write `+`, the"
            + " country code and the number without blanks, such as +4930123456, or none");
  }

  private static Optional<String> wrongHours(String answer) {
    var parts = HOURS.matcher(answer);
    boolean right =
        parts.matches()
            && isTime(parts.group(2))
            && (isTime(parts.group(3)) || parts.group(3).equals("24:00"))
            && !parts.group(2).equals(parts.group(3));
    return complain(
        !right, "`" + answer + "` is no opening hours; write them like mon-fri 08:00-18:00");
  }

  private static boolean isTime(String text) {
    try {
      LocalTime.parse(text);
      return true;
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  private static Optional<String> wrongZone(String answer) {
    return complain(
        !ZoneId.getAvailableZoneIds().contains(answer),
        "`" + answer + "` is no time zone; write a continent and a city, such as Europe/Berlin");
  }

  private static Optional<String> wrongConnector(String answer) {
    return complain(
        !answer.equals(NONE) && !answer.matches("[a-z][a-z0-9_]{0,40}"),
        "`"
            + answer
            + "` can't be a connector's name; write small letters, figures and `_`, such"
            + " as orders");
  }
}
