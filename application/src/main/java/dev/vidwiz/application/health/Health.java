package dev.vidwiz.application.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the server is.
 *
 * @param stopping whether it takes leave, however well its parts are
 * @param parts every part, in the order of {@link Part}
 */
public record Health(boolean stopping, Map<Part, Status> parts) {

  /** Keeps the parts as they are now. */
  public Health {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
  }

  /** Tells whether requests should be sent here. */
  public boolean isReady() {
    return !stopping
        && parts.entrySet().stream()
            .allMatch(part -> part.getValue() == Status.UP || !part.getKey().isDecisive());
  }
}
