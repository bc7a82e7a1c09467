package callflow.app;

import callflow.diagnostic.TextRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            AnswerRules.wrongName(usual).isEmpty() ? usual : "my-desk",
            AnswerRules::wrongName);
    String whom =
        interview.ask(title, "Whom have callers called?", "Our desk", AnswerRules::wrongWords);
    var spoken =
        AnswerRules.split(
            interview.ask(
                languages,
                "Which languages are spoken? Out of " + String.join(", ", Phrases.LANGUAGES) + ".",
                "en",
                AnswerRules::wrongLanguages));
    String first = Phrases.in(spoken.getFirst()).welcome().formatted(whom);
    String hello =
        interview.ask(greeting, "What do callers hear first?", first, AnswerRules::wrongWords);
    var wishes =
        AnswerRules.split(
            interview.ask(
                wants,
                "What may callers want? A few words each, with commas in between.",
                "opening hours, prices",
                AnswerRules::wrongWishes));
    String to =
        interview.ask(
            number,
            "Which number are callers handed over to when they ask for a person?",
            AnswerRules.NONE,
            AnswerRules::wrongNumber);
    var open = to.equals(AnswerRules.NONE) ? hours("mon-fri 08:00-18:00", "UTC") : hours(interview);
    String system =
        interview.ask(
            connector,
            "Is there a system to look things up in? A name such as `orders`, or none.",
            AnswerRules.NONE,
            AnswerRules::wrongConnector);
    return new Sketch(
        called,
        whom,
        Optional.of(hello),
        wishes,
        Optional.of(to).filter(it -> !it.equals(AnswerRules.NONE)),
        open,
        spoken,
        Optional.of(system).filter(it -> !it.equals(AnswerRules.NONE)));
  }

  private Sketch.Hours hours(Interview interview) throws Interview.Fruitless {
    String open =
        interview.ask(
            hours,
            "When does somebody answer there?",
            "mon-fri 08:00-18:00",
            AnswerRules::wrongHours);
    return hours(
        open, interview.ask(zone, "In which time zone?", "Europe/Berlin", AnswerRules::wrongZone));
  }

  private static Sketch.Hours hours(String open, String zone) {
    var parts = AnswerRules.HOURS.matcher(open);
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
}
