package io.tapedeck.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's strategy, compiled into a jar of its own, is found beside the shipped ones. */
class OutsideStrategyTest {
  private static final String SOURCE =
      """
      package somebody;

      import io.tapedeck.core.market.Universe;
      import io.tapedeck.core.strategy.*;

      public final class Sitter implements Strategy {
        record Params(@Parameter(value = "how long", unit = "years", standard = "7") int patience)
            implements StrategySpec {
          @Override
          public Strategy create(Universe universe) {
            return new Sitter();
          }
        }

        public static final class Provider implements StrategyProvider {
          @Override
          public String name() {
            return "NAME";
          }

          @Override
          public String summary() {
            return "Sits.";
          }

          @Override
          public Class<? extends StrategySpec> parameters() {
            return Params.class;
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aStrategyOfAnotherJarIsFoundAndBuilt() throws IOException {
    try (URLClassLoader loader = loader(jar("sitter"))) {
      StrategyCatalog catalog = StrategyCatalog.load(loader);

      assertThat(catalog.names()).contains("sitter", "sma-cross");
      assertThat(catalog.parameters("sitter"))
          .containsExactly(
              new ParameterDescription("patience", "a whole number", "years", "", "7", "how long"));
      assertThat(catalog.build("sitter", Map.of("patience", "9")).create(Market.UNIVERSE))
          .extracting(strategy -> strategy.getClass().getName())
          .isEqualTo("somebody.Sitter");
    }
  }

  @Test
  void twoStrategiesOfOneNameAreRefusedNamingBoth() throws IOException {
    try (URLClassLoader loader = loader(jar("sma-cross"))) {
      assertThatThrownBy(() -> StrategyCatalog.load(loader))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("two strategies are named sma-cross")
          .hasMessageContaining("somebody.Sitter$Provider")
          .hasMessageContaining("io.tapedeck.core.strategy.SmaCross$Provider");
    }
  }

  @Test
  void aProviderThatIsNotThereIsRefused() throws IOException {
    Path jar = folder.resolve("broken.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      services(out, "somebody.Nobody");
    }
    try (URLClassLoader loader = loader(jar)) {
      assertThatThrownBy(() -> StrategyCatalog.load(loader))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("somebody.Nobody");
    }
  }

  private URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
  }

  private Path jar(String name) throws IOException {
    Path source = Files.createDirectories(folder.resolve("src")).resolve("Sitter.java");
    Files.writeString(source, SOURCE.replace("NAME", name));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exit =
        compiler.run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    assertThat(exit).as("exit code of javac").isZero();
    return pack(classes);
  }

  private Path pack(Path classes) throws IOException {
    Path jar = folder.resolve("somebody.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        entry(out, classes.relativize(path).toString(), Files.readAllBytes(path));
      }
      services(out, "somebody.Sitter$Provider");
    }
    return jar;
  }

  private static void services(JarOutputStream out, String provider) throws IOException {
    byte[] line = provider.getBytes(StandardCharsets.UTF_8);
    entry(out, "META-INF/services/" + StrategyProvider.class.getName(), line);
  }

  private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
