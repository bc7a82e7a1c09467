package callflow.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom. `app` sees every module, so the arrows between them are kept from here.
///
/// Packages that do not exist yet are named too, so that they arrive into a house with rules; hence
/// `archunit.properties` lets a rule find nothing to check.
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What runs scripts beside tests comes in a jar, which does not look like a test's.
          .withImportOption(place -> !place.contains("/callflow/fakegrok/peers/"))
          .importPackages("callflow");

  private static final Room LANGUAGE =
      new Room(
          "engine/language",
          List.of(
              "callflow.value..",
              "callflow.source..",
              "callflow.diagnostic..",
              "callflow.syntax..",
              "callflow.parse..",
              "callflow.expression..",
              "callflow.spoken..",
              "callflow.check..",
              "callflow.program..",
              "callflow.compile..",
              "callflow.graph.."));
  private static final Room CORE =
      new Room(
          "engine/core",
          List.of(
              "callflow.engine.call..", "callflow.engine.interpret..", "callflow.engine.replay.."));
  private static final Room PROVE = new Room("engine/prove", List.of("callflow.prove.."));
  private static final Room VOICE = new Room("engine/voice", List.of("callflow.voice.."));
  private static final Room RUNTIME = new Room("engine/runtime", List.of("callflow.runtime.."));
  private static final Room DRAWING =
      new Room("engine/drawing", List.of("callflow.drawing..", "callflow.book.."));
  private static final Room APP = new Room("engine/app", List.of("callflow.app.."));
  private static final Room BENCH = new Room("engine/bench", List.of("callflow.bench.."));
  private static final Room CONNECTOR_API =
      new Room("connectors/api", List.of("callflow.connector"));
  private static final Room CONNECTORS =
      new Room(
          "connectors/builtin",
          List.of(
              "callflow.connector.http..",
              "callflow.connector.operation..",
              "callflow.connector.openapi..",
              "callflow.connector.sql..",
              "callflow.connector.mcp..",
              "callflow.connector.mock..",
              "callflow.connector.pack.."));
  private static final Room TEXT =
      new Room(
          "simulator/text",
          List.of(
              "callflow.simulator.scenario..",
              "callflow.simulator.drive..",
              "callflow.simulator.rehearsal..",
              "callflow.simulator.report.."));
  private static final Room STUDIO = new Room("simulator/studio", List.of("callflow.studio.."));
  private static final Room FAKEGROK =
      new Room("simulator/fakegrok", List.of("callflow.fakegrok.."));

  private static final List<Room> ROOMS =
      List.of(
          LANGUAGE,
          CORE,
          PROVE,
          VOICE,
          RUNTIME,
          DRAWING,
          APP,
          BENCH,
          CONNECTOR_API,
          CONNECTORS,
          TEXT,
          STUDIO,
          FAKEGROK);

  /// Types of libraries whose replacement must not be felt outside the class that uses them.
  private static final String[] VENDORS = {
    "com.twilio..",
    "io.undertow..",
    "org.xnio..",
    "org.java_websocket..",
    "com.fasterxml.jackson..",
    "org.yaml.snakeyaml..",
    "org.apache.commons.jexl3..",
    "com.zaxxer.hikari..",
    "org.h2..",
    "com.google.re2j..",
    "com.google.i18n.phonenumbers..",
    "com.ibm.icu..",
    "org.apache.commons.logging..",
    "org.jline..",
    "org.eclipse.elk..",
    "org.flywaydb..",
    "org.jdbi..",
    "com.github.kagkarlsson..",
    "io.micrometer..",
    "io.opentelemetry.."
  };

  /// A module by its folder, and its packages.
  private record Room(String folder, List<String> packages) {
    String[] patterns() {
      return packages.toArray(String[]::new);
    }

    DescribedPredicate<JavaClass> inside() {
      return resideInAnyPackage(patterns()).as("classes of " + folder);
    }

    /// May use itself and `others`, and nothing else of ours.
    ArchRule knowsOnly(String... others) {
      var allowed =
          resideInAnyPackage(
              Stream.concat(packages.stream(), Arrays.stream(others)).toArray(String[]::new));
      var foreign = resideInAnyPackage("callflow..").and(DescribedPredicate.not(allowed));
      return noClasses()
          .that(inside())
          .should()
          .dependOnClassesThat(
              foreign.as(
                  "are ours, but neither in %s nor in %s", folder, String.join(", ", others)));
    }
  }

  private static String[] packagesOf(Room... rooms) {
    return Arrays.stream(rooms).flatMap(room -> room.packages().stream()).toArray(String[]::new);
  }

  private static DynamicTest test(String sentence, ArchRule rule) {
    return DynamicTest.dynamicTest(sentence, () -> rule.because(sentence).check(OURS));
  }

  @TestFactory
  Stream<DynamicTest> a_module_knows_only_what_the_table_of_rights_allows() {
    return Stream.of(
        test("language knows nothing of ours", LANGUAGE.knowsOnly()),
        test(
            "core knows values, programs and how to evaluate, never how a flow was written",
            CORE.knowsOnly("callflow.value..", "callflow.program..", "callflow.expression..")),
        test(
            "a connector's contract speaks in values", CONNECTOR_API.knowsOnly("callflow.value..")),
        test(
            "connectors know their contract and what describes a tool, and of check only the"
                + " catalogue",
            CONNECTORS.knowsOnly(
                "callflow.connector",
                "callflow.value..",
                "callflow.source..",
                "callflow.diagnostic..",
                "callflow.syntax..",
                "callflow.expression..",
                "callflow.check..")),
        test(
            "voice translates values and programs",
            VOICE.knowsOnly("callflow.value..", "callflow.program..", "callflow.engine.call..")),
        test(
            "fakegrok writes its own frames, so that it cannot share our mistakes",
            FAKEGROK.knowsOnly()),
        test(
            "runtime is a shell around core",
            RUNTIME.knowsOnly(packagesOf(CORE, VOICE, CONNECTOR_API, LANGUAGE))),
        test("drawing puts programs on paper", DRAWING.knowsOnly(packagesOf(LANGUAGE))),
        test("prove explores core", PROVE.knowsOnly(packagesOf(CORE, LANGUAGE))),
        test(
            "the text simulator is a shell around core",
            TEXT.knowsOnly(packagesOf(CORE, PROVE, VOICE, CONNECTOR_API, LANGUAGE))),
        test(
            "the studio is the text simulator behind JSON",
            STUDIO.knowsOnly(packagesOf(TEXT, CORE, CONNECTOR_API, LANGUAGE))));
  }

  @Test
  void connectors_see_nothing_of_check_but_the_tool_catalogue() {
    var other =
        resideInAnyPackage("callflow.check..")
            .and(
                describe(
                    "are not part of ToolCatalog",
                    c -> !outermost(c).getSimpleName().equals("ToolCatalog")));

    noClasses().that(CONNECTORS.inside()).should().dependOnClassesThat(other).check(OURS);
  }

  @Test
  void nobody_uses_app_but_the_benches() {
    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(packagesOf(APP, BENCH))))
        .should()
        .dependOnClassesThat(APP.inside())
        .check(OURS);
  }

  @Test
  void every_class_lives_in_a_room_of_the_plan() {
    classes().should().resideInAnyPackage(packagesOf(ROOMS.toArray(Room[]::new))).check(OURS);
  }

  @TestFactory
  Stream<DynamicTest> a_library_stays_in_the_room_that_needs_it() {
    return Stream.of(
        test("ICU only in spoken", onlyIn("com.ibm.icu..", "callflow.spoken..")),
        test(
            "libphonenumber only in value",
            onlyIn("com.google.i18n.phonenumbers..", "callflow.value..")),
        test("SnakeYAML only in parse", onlyIn("org.yaml.snakeyaml..", "callflow.parse..")),
        test(
            "JEXL only in expression",
            onlyIn("org.apache.commons.jexl3..", "callflow.expression..")),
        test("ELK only in drawing", onlyIn("org.eclipse..", "callflow.drawing..")),
        test("picocli only in app", onlyIn("picocli..", "callflow.app..")),
        test("JLine only in app", onlyIn("org.jline..", "callflow.app..")),
        test(
            "Twilio only in its carrier",
            onlyIn("com.twilio..", "callflow.runtime.telephony.twilio..")));
  }

  private static ArchRule onlyIn(String library, String room) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  @Test
  void core_has_no_way_to_the_outside_world_nor_to_a_clock() {
    var world =
        resideInAnyPackage(
                "java.io..",
                "java.net..",
                "java.nio.file..",
                "java.nio.channels..",
                "java.util.concurrent..")
            .or(
                namedAnyOf(
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Random",
                    "java.util.UUID"))
            .or(namedAnyOf("java.util.random.RandomGenerator", "java.security.SecureRandom"))
            .or(
                namedAnyOf(
                    "java.lang.System",
                    "java.lang.Thread",
                    "java.lang.Runtime",
                    "java.lang.ProcessBuilder"))
            .as("reach the world, a clock, chance or a thread");

    noClasses().that(CORE.inside()).should().dependOnClassesThat(world).check(OURS);
    noClasses()
        .that(CORE.inside())
        .should(
            callAnyOf(
                Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalTime.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.lang.Math.random",
                    "java.lang.System.identityHashCode",
                    "java.time.ZoneId.systemDefault",
                    "java.util.Locale.getDefault",
                    "java.util.Collections.shuffle")))
        .check(OURS);
  }

  @Test
  void core_needs_no_library() {
    classes()
        .that(CORE.inside())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "callflow..", "org.jspecify.annotations.."))
        .check(OURS);
  }

  @Test
  void only_app_reads_the_environment_or_ends_the_jvm() {
    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(packagesOf(APP, BENCH))))
        .should(
            callAnyOf(
                Set.of(
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.getProperties",
                    "java.lang.System.exit",
                    "java.lang.Runtime.exit",
                    "java.lang.Runtime.halt",
                    "java.lang.Runtime.addShutdownHook")))
        .check(OURS);
  }

  @Test
  void only_main_ends_the_jvm() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .should(
            callAnyOf(
                Set.of(
                    "java.lang.System.exit", "java.lang.Runtime.exit", "java.lang.Runtime.halt")))
        .check(OURS);
  }

  @Test
  void carriers_know_neither_each_other_nor_the_voice_session() {
    slices()
        .matching("callflow.runtime.telephony.(*)..")
        .should()
        .notDependOnEachOther()
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("callflow.runtime.telephony..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("callflow.voice..", "callflow.runtime.voice..")
        .check(OURS);
  }

  @Test
  void no_public_signature_shows_a_vendors_type() {
    classes()
        .that()
        .resideInAPackage("callflow..")
        .and(describe("can be seen from other packages", ArchitectureTest::visible))
        .should(keepVendorsOutOfSignatures())
        .check(OURS);
  }

  @TestFactory
  Stream<DynamicTest> packages_of_a_module_have_no_cycles() {
    return Stream.of(
            "callflow.(*)..",
            "callflow.engine.(*)..",
            "callflow.connector.(*)..",
            "callflow.simulator.(*)..",
            "callflow.runtime.(*)..",
            "callflow.app.(*)..")
        .map(pattern -> test(pattern, slices().matching(pattern).should().beFreeOfCycles()));
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        OURS.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(room ->
                room.getClasses().stream().anyMatch(c -> !c.getSimpleName().equals("package-info")))
            .filter(room ->
                room.tryGetPackageInfo()
                    .map(info -> !info.isAnnotatedWith(NullMarked.class))
                    .orElse(true))
            .map(room -> room.getName() + " has no package-info.java with @NullMarked")
            .toList();

    assertThat(unmarked).isEmpty();
  }

  private static DescribedPredicate<JavaClass> namedAnyOf(String... names) {
    var wanted = Set.of(names);
    return describe("are one of " + wanted, c -> wanted.contains(c.getName()));
  }

  /// Calls and method references by owner and name, whatever the parameters.
  private static ArchCondition<JavaClass> callAnyOf(Set<String> methods) {
    return new ArchCondition<>("call one of " + methods) {
      @Override
      public void check(JavaClass caller, ConditionEvents events) {
        Stream.concat(
                caller.getMethodCallsFromSelf().stream(),
                caller.getMethodReferencesFromSelf().stream())
            .filter(call ->
                methods.contains(
                    call.getTargetOwner().getName() + "." + call.getTarget().getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
      }
    };
  }

  private static ArchCondition<JavaClass> keepVendorsOutOfSignatures() {
    var vendor = resideInAnyPackage(VENDORS);
    return new ArchCondition<>("name no vendor's type in what others see") {
      @Override
      public void check(JavaClass owner, ConditionEvents events) {
        var shown = new ArrayList<JavaType>(owner.getInterfaces());
        owner.getSuperclass().ifPresent(shown::add);
        report(owner, owner.getName(), shown, events);
        for (JavaMember member : owner.getMembers()) {
          if (seenFromOutside(member)) report(owner, member.getFullName(), typesOf(member), events);
        }
      }

      private void report(
          JavaClass owner, String where, List<JavaType> types, ConditionEvents events) {
        types.stream()
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(vendor)
            .map(
                type -> where + " shows " + type.getName() + " in " + owner.getSourceCodeLocation())
            .distinct()
            .forEach(message -> events.add(SimpleConditionEvent.violated(owner, message)));
      }
    };
  }

  private static List<JavaType> typesOf(JavaMember member) {
    return switch (member) {
      case JavaField field -> List.of(field.getType());
      case JavaCodeUnit unit -> {
        var types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getExceptionTypes());
        yield types;
      }
      default -> List.of();
    };
  }

  private static boolean seenFromOutside(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean visible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::visible).orElse(true);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
