package dev.vidwiz.http.video;

import dev.vidwiz.application.concurrent.LargeWork;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.SuggestedQuestions;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.http.json.JsonLookup;
import dev.vidwiz.http.json.JsonSynonyms;
import dev.vidwiz.http.request.BodyField;
import dev.vidwiz.http.request.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what workers upload. */
public final class Uploads {

  private static final int MAX_METADATA_BYTES = 256 << 10;

  private static final String QUESTIONS = "suggested_questions";

  private Uploads() {}

  /**
   * Reads a transcript: an array of objects with a {@code text}; other keys are kept. {@code
   * start}, the name in other programs, is copied to {@code offset}.
   */
  public static Field<JsonText> transcript(BodyField field) {
    return field
        .objectsWithText("text")
        .map(
            transcript ->
                LargeWork.run(
                    transcript.value().length(),
                    () -> JsonSynonyms.replace(transcript, "start", "offset")));
  }

  /** Reads metadata: an object of at most 256 KiB. */
  public static Field<JsonText> metadata(BodyField field) {
    return field.object(MAX_METADATA_BYTES);
  }

  /** Reads the suggested questions of a summary: as many texts as one comes with. */
  static Field<List<String>> questions(BodyField miscellaneous) {
    return miscellaneous.checked(
        QUESTIONS,
        miscellaneous.texts(QUESTIONS, SuggestedQuestions.COUNT, SuggestedQuestions::parse),
        SuggestedQuestions::checkAll);
  }

  /** Extracts the title from metadata. */
  public static FetchedMetadata fetched(JsonText metadata) {
    return new FetchedMetadata(metadata, title(JsonLookup.text(metadata, "title").orElse("")));
  }

  private static @Nullable Title title(String text) {
    return Title.parse(text) instanceof Parsed.Accepted<Title>(Title title) ? title : null;
  }
}
