package dev.vidwiz.persistence.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.database.JsonColumn;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user enabled AI notes: the key {@code ai_notes_enabled} in the column {@code
 * profile_data}.
 */
public final class AiNotes {

  /**
   * True for a user who enabled AI notes; {@code %s} is the column. For true, {@code ->>} returns 1
   * in SQLite and 'true' in PostgreSQL. Both return NULL without the key or an object.
   */
  public static final String CONDITION =
      "COALESCE(CAST(%s ->> 'ai_notes_enabled' AS TEXT) IN ('true', '1'), FALSE)";

  private static final String KEY = "ai_notes_enabled";

  private AiNotes() {}

  /** Returns the profile data with this key changed and all others unchanged. */
  static JsonText in(@Nullable JsonText profileData, boolean enabled) {
    return new JsonText(object(profileData).put(KEY, enabled).toString());
  }

  private static ObjectNode object(@Nullable JsonText profileData) {
    return profileData != null
            && JsonColumn.read("profile_data", profileData) instanceof ObjectNode object
        ? object
        : JsonNodeFactory.instance.objectNode();
  }
}
