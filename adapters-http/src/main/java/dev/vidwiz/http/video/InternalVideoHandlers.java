package dev.vidwiz.http.video;

import dev.vidwiz.application.transcript.StoreTranscript;
import dev.vidwiz.application.video.StoreMetadata;
import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Lets workers store parts of a video without a task. */
public final class InternalVideoHandlers {

  /** The length limit of a summary. */
  public static final TextRule SUMMARY = TextRule.atMost(10_000);

  private static final String MISCELLANEOUS = "miscellaneous_data";

  private final StoreTranscript storeTranscript;
  private final StoreMetadata storeMetadata;
  private final StoreSummary storeSummary;
  private final Json json;

  /** Uses the given use cases. */
  public InternalVideoHandlers(
      StoreTranscript storeTranscript,
      StoreMetadata storeMetadata,
      StoreSummary storeSummary,
      Json json) {
    this.storeTranscript = storeTranscript;
    this.storeMetadata = storeMetadata;
    this.storeSummary = storeSummary;
    this.json = json;
  }

  /** POST /v2/internal/videos/{video_id}/transcript. */
  public void storeTranscript(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Field<JsonText> transcript =
        Uploads.transcript(input.body("transcript").required("transcript"));
    input.check();
    respond(ctx, storeTranscript.store(videoId.get(), transcript.get()));
  }

  /** POST /v2/internal/videos/{video_id}/metadata. */
  public void storeMetadata(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Field<JsonText> metadata = Uploads.metadata(input.body("metadata").required("metadata"));
    input.check();
    respond(ctx, storeMetadata.store(videoId.get(), Uploads.fetched(metadata.get())));
  }

  /** POST /v2/internal/videos/{video_id}/summary. */
  public void storeSummary(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Body body = input.body("summary", MISCELLANEOUS);
    Field<String> summary = summary(body);
    Field<List<String>> questions = Uploads.questions(body.optional(MISCELLANEOUS));
    input.check();
    respond(
        ctx,
        storeSummary.store(
            videoId.get(), summary.orNull(), questions.map(json::document).orNull()));
  }

  /** Old workers must send one, which may be null; questions alone are enough, too. */
  private static Field<String> summary(Body body) {
    boolean alone = body.has(MISCELLANEOUS);
    return (alone ? body.optional("summary") : body.nullable("summary")).text(SUMMARY);
  }

  private void respond(Context ctx, Video video) {
    json.respond(ctx, 200, VideoJson.from(video));
  }
}
