package dev.vidwiz.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.VidWiz;
import dev.vidwiz.domain.video.VideoId;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * Programs on Java 21 can embed VidWiz. The compiler sees to its classes and to what they call, as
 * long as it is told {@code --release 21}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1">class
 *     file versions</a>
 */
class JavaVersionTest {

  private static final int JAVA_21 = 65;

  @Test
  void our_classes_are_made_for_java_21() throws IOException {
    for (Class<?> type : List.of(VideoId.class, VidWiz.class, JdbiStorage.class)) {
      try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        assertThat(version(file)).as(type.getName()).isEqualTo(JAVA_21);
      }
    }
  }

  @Test
  void the_libraries_run_on_java_21() throws IOException {
    List<String> newer = new ArrayList<>();
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .toList();
    assertThat(jars).anyMatch(jar -> jar.contains("jdbi3-core"));
    for (String jar : jars) {
      newer.addAll(newerClasses(jar));
    }
    assertThat(newer).isEmpty();
  }

  /** Returns the classes of a jar that take a newer Java, but for the variants meant for one. */
  private static List<String> newerClasses(String path) throws IOException {
    List<String> newer = new ArrayList<>();
    try (JarFile jar = new JarFile(path)) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/")) {
          try (InputStream file = jar.getInputStream(entry)) {
            if (version(file) > JAVA_21) {
              newer.add(path + ": " + entry.getName());
            }
          }
        }
      }
    }
    return newer;
  }

  private static int version(InputStream file) throws IOException {
    DataInputStream data = new DataInputStream(file);
    data.skipNBytes(6);
    return data.readUnsignedShort();
  }
}
