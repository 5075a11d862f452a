package dev.vidwiz.persistence.user;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.database.JsonColumn;
import org.jspecify.annotations.Nullable;

/** Whether a user wants AI notes: the key {@code ai_notes_enabled} of the column profile_data. */
public final class AiNotes {

  /**
   * What is true of a user who wants them; {@code %s} stands for the column. SQLite's {@code ->>}
   * gives 1 where PostgreSQL's gives 'true'; both give NULL where there is no such key, and no
   * object.
   */
  public static final String CONDITION =
      "COALESCE(CAST(%s ->> 'ai_notes_enabled' AS TEXT) IN ('true', '1'), FALSE)";

  private static final String KEY = "ai_notes_enabled";

  private AiNotes() {}

  /** Returns the profile data with the wish in it and all other keys as they are. */
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
