package dev.vidwiz.http.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads required files on the class path. */
final class Resource {

  private Resource() {}

  /** Opens a file; its name is relative to this package unless it starts with a slash. */
  static InputStream open(String name) {
    InputStream in = Resource.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + name);
    }
    return in;
  }

  /** Reads a YAML file, without its suffix. */
  static ObjectNode yaml(String name) {
    try (InputStream in = open(name + ".yaml")) {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new ObjectMapper().valueToTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
