package dev.vidwiz.bootstrap.architecture.planted.application.cycle;

import dev.vidwiz.bootstrap.architecture.planted.application.note.UsesFramework;
import java.util.function.UnaryOperator;

/** Violation: reads settings outside of bootstrap; also half of a cycle. */
public final class ReadsConfig {
  public String user(UsesFramework otherHalf) {
    UnaryOperator<String> property = System::getProperty;
    return System.getenv("USER") + property.apply("user.name") + otherHalf;
  }
}
