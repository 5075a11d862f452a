package dev.vidwiz.application.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The health of the server.
 *
 * @param stopping whether the server is shutting down
 * @param parts every part, in the order of {@link Part}
 */
public record Health(boolean stopping, Map<Part, Status> parts) {

  /** Copies the parts. */
  public Health {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
  }

  /** Tells whether the server should get requests. */
  public boolean isReady() {
    return !stopping
        && parts.entrySet().stream()
            .allMatch(part -> part.getValue() == Status.UP || !part.getKey().isDecisive());
  }
}
