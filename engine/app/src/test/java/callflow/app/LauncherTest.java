package callflow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `callflow`, with JDKs and a Maven that only say what they were asked.
class LauncherTest {
  private static final Path SCRIPT = Path.of("../../callflow");

  @TempDir private Path folder;

  private Path home;

  private record Ended(int exit, String out, String err) {}

  @BeforeEach
  void needs_a_shell() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
    home = folder.resolve("call flow");
  }

  @Test
  void a_distribution_runs_on_the_java_it_is_pointed_to_and_passes_the_exit_code_on()
      throws Exception {
    var launcher = script(home.resolve("bin/callflow"));
    var jdk = jdk("my jdk", "25.0.3", "exit 7");

    var ended = run(Map.of("CALLFLOW_JAVA_HOME", jdk.toString()), launcher, "serve", "two words");

    assertThat(ended.exit()).isEqualTo(7);
    assertThat(ended.out().lines())
        .contains("-Dcallflow.home=" + home.toRealPath(), home.toRealPath() + "/lib/*")
        .containsSubsequence("callflow.app.Main", "serve", "two words");
  }

  @Test
  void the_java_beside_it_comes_before_the_one_of_the_environment() throws Exception {
    var launcher = script(home.resolve("bin/callflow"));
    jdk("call flow/jre", "25", "echo bundled");
    var other = jdk("other", "26", "echo other");

    var ended = run(Map.of("JAVA_HOME", other.toString()), launcher, "serve");

    assertThat(ended.out()).contains("bundled").doesNotContain("other\n");
  }

  @Test
  void a_java_that_is_too_old_is_passed_over() throws Exception {
    var launcher = script(home.resolve("bin/callflow"));
    var old = jdk("old", "17.0.15", "echo old");
    var young = jdk("young", "25.0.3", "echo young");

    var ended =
        run(
            Map.of("CALLFLOW_JAVA_HOME", old.toString(), "JAVA_HOME", young.toString()),
            launcher,
            "serve");

    assertThat(ended.out()).contains("young").doesNotContain("old\n");
  }

  @Test
  void without_a_java_it_says_what_it_found_and_what_to_do() throws Exception {
    var launcher = script(home.resolve("bin/callflow"));
    Files.writeString(launcher, Files.readString(launcher).replace("needed=25", "needed=99"));
    var jdk = jdk("my jdk", "25.0.3", "");

    var ended = run(Map.of("JAVA_HOME", jdk.toString()), launcher, "check");

    assertThat(ended.exit()).isEqualTo(Main.OUR_FAILURE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("callflow: needs Java 99 or newer and found")
        .contains("Java 25.0.3 in " + jdk, "https://adoptium.net", "CALLFLOW_JAVA_HOME");
  }

  @Test
  void a_link_leads_to_the_folder_of_the_script() throws Exception {
    script(home.resolve("bin/callflow"));
    var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("call flow/bin/callflow"));
    var second = Files.createSymbolicLink(folder.resolve("second"), link);
    var jdk = jdk("jdk", "25", "");

    var ended = run(Map.of("JAVA_HOME", jdk.toString()), second, "serve");

    assertThat(ended.out()).contains("-Dcallflow.home=" + home.toRealPath() + "\n");
  }

  @Test
  void a_source_tree_is_built_once_and_again_when_a_source_was_changed_or_deleted()
      throws Exception {
    var launcher = sourceTree();
    var environment = Map.of("JAVA_HOME", jdk("jdk", "25", "").toString());
    maven("mkdir -p engine/app/target/launch/callflow/lib");

    var first = run(environment, launcher, "serve");
    var second = run(environment, launcher, "serve");
    Files.writeString(home.resolve("engine/core/src/main/java/A.java"), "changed");
    var third = run(environment, launcher, "serve");
    Files.delete(home.resolve("engine/core/src/main/java/A.java"));
    var fourth = run(environment, launcher, "serve");

    assertThat(first.err()).startsWith("callflow: building, half a minute");
    assertThat(second.err()).isEmpty();
    assertThat(third.err()).contains("sources have changed");
    assertThat(fourth.err()).contains("sources have changed");
    assertThat(List.of(first.exit(), second.exit(), third.exit(), fourth.exit())).containsOnly(0);
  }

  @Test
  void a_build_that_fails_shows_its_errors_and_where_the_rest_is() throws Exception {
    var launcher = sourceTree();
    maven("echo '[INFO] noise'; echo '[ERROR] no such class'; exit 1");

    var ended = run(Map.of("JAVA_HOME", jdk("jdk", "25", "").toString()), launcher, "check");

    assertThat(ended.exit()).isEqualTo(Main.OUR_FAILURE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("[ERROR] no such class", "engine/app/target/launch/build.log")
        .doesNotContain("noise");
    assertThat(home.resolve("engine/app/target/launch/callflow.lock")).doesNotExist();
  }

  @Test
  void two_at_once_build_once() throws Exception {
    var launcher = sourceTree();
    var environment = Map.of("JAVA_HOME", jdk("jdk", "25", "").toString());
    maven("sleep 1; echo built >> builds; mkdir -p engine/app/target/launch/callflow/lib");

    var first = start(environment, launcher, "serve");
    var second = start(environment, launcher, "serve");

    assertThat(first.waitFor() + second.waitFor()).isZero();
    assertThat(home.resolve("builds")).hasContent("built");
  }

  @Test
  void the_lock_of_a_build_that_died_is_taken_over() throws Exception {
    var launcher = sourceTree();
    maven("mkdir -p engine/app/target/launch/callflow/lib");
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    var lock = Files.createDirectories(home.resolve("engine/app/target/launch/callflow.lock"));
    Files.writeString(lock.resolve("owner"), dead.pid() + "\n");

    var ended = run(Map.of("JAVA_HOME", jdk("jdk", "25", "").toString()), launcher, "serve");

    assertThat(ended.exit()).isZero();
    assertThat(lock).doesNotExist();
  }

  /// A source tree with one source; its target folder is missing.
  private Path sourceTree() throws IOException {
    for (String room : List.of("engine/core/src/main/java", "connectors", "simulator")) {
      Files.createDirectories(home.resolve(room));
    }
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("engine/core/src/main/java/A.java"), "first");
    return script(home.resolve("callflow"));
  }

  private static Path script(Path to) throws IOException {
    Files.createDirectories(to.getParent());
    return Files.copy(SCRIPT, to);
  }

  /// A JDK whose java prints its arguments, one a line, and then does as told.
  private Path jdk(String name, String version, String then) throws IOException {
    var jdk = folder.resolve(name);
    executable(jdk.resolve("bin/java"), "printf '%s\\n' \"$@\"; " + then);
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"N/A\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void maven(String doing) throws IOException {
    executable(folder.resolve("path/mvn"), doing);
  }

  private static void executable(Path file, String doing) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + doing + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Ended run(Map<String, String> environment, Path launcher, String... arguments)
      throws Exception {
    var process = start(environment, launcher, arguments);
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  private Process start(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException {
    var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var wanted = new LinkedHashMap<>(environment);
    wanted.put("PATH", folder.resolve("path") + ":/usr/bin:/bin");
    wanted.put("HOME", folder.toString());
    builder.environment().clear();
    builder.environment().putAll(wanted);
    return builder.start();
  }
}
