package dev.vidwiz.http.video;

import dev.vidwiz.application.concurrent.LargeWork;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.http.json.JsonLookup;
import dev.vidwiz.http.json.JsonSynonyms;
import dev.vidwiz.http.request.BodyField;
import dev.vidwiz.http.request.Field;
import org.jspecify.annotations.Nullable;

/** The rules for what workers upload. */
public final class Uploads {

  private static final int MAX_METADATA_BYTES = 256 << 10;

  private Uploads() {}

  /**
   * Reads a transcript: objects with a text each, and whatever else they hold. Other programs call
   * the offset {@code start}; whoever reads the transcript later knows the offset only.
   */
  public static Field<JsonText> transcript(BodyField field) {
    return field
        .objectsWithText("text")
        .map(
            transcript ->
                LargeWork.run(
                    transcript.value().length(),
                    () -> JsonSynonyms.spell(transcript, "start", "offset")));
  }

  /** Reads metadata: an object of at most 256 KiB. */
  public static Field<JsonText> metadata(BodyField field) {
    return field.object(MAX_METADATA_BYTES);
  }

  /** Looks for the title in metadata. */
  public static FetchedMetadata fetched(JsonText metadata) {
    return new FetchedMetadata(metadata, title(JsonLookup.text(metadata, "title").orElse("")));
  }

  private static @Nullable Title title(String text) {
    return Title.parse(text) instanceof Parsed.Accepted<Title>(Title title) ? title : null;
  }
}
