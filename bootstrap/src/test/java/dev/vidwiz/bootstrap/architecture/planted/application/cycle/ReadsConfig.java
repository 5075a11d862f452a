package dev.vidwiz.bootstrap.architecture.planted.application.cycle;

import dev.vidwiz.bootstrap.architecture.planted.application.note.AsksFramework;
import java.util.function.UnaryOperator;

/** Against settings read anywhere; the other half of a cycle. */
public final class ReadsConfig {
  public String user(AsksFramework otherHalf) {
    UnaryOperator<String> property = System::getProperty;
    return System.getenv("USER") + property.apply("user.name") + otherHalf;
  }
}
