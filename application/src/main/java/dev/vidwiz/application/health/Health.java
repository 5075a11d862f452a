package dev.vidwiz.application.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The health of the server.
 *
 * @param stopping whether the server is shutting down
 * @param parts every part, in the order of {@link Part}
 * @param reasons of the parts that are degraded or down, why, without secrets
 */
public record Health(boolean stopping, Map<Part, Status> parts, Map<Part, String> reasons) {

  /** Copies the maps. */
  public Health {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    reasons = Map.copyOf(reasons);
  }

  /** Tells whether the server should get requests. */
  public boolean isReady() {
    return !stopping
        && parts.entrySet().stream()
            .allMatch(part -> part.getValue() == Status.UP || !part.getKey().isDecisive());
  }
}
