package dev.vidwiz.http.legacy;

import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.chat.BeginConversation;
import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.chat.Question.Target;
import dev.vidwiz.application.fetch.PrepareVideo;
import dev.vidwiz.application.fetch.PrepareVideo.Prepared;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Requesters;
import dev.vidwiz.http.chat.Questions;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.task.TaskHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Handles legacy requests for Wiz. A conversation may start with a question. */
public final class LegacyWiz {

  record PreparedJson(
      String message, String videoId, boolean isNew, @Nullable List<String> tasksQueued) {}

  record StatusJson(
      String videoId,
      @Nullable String title,
      boolean transcriptAvailable,
      @Nullable JsonText metadata,
      @Nullable String summary) {}

  record ConversationJson(long conversationId, String videoId) {}

  private final PrepareVideo prepareVideo;
  private final BeginConversation beginConversation;
  private final Videos videos;
  private final Conversations conversations;
  private final Questions questions;
  private final Json json;

  /** Uses the given use cases. */
  public LegacyWiz(
      PrepareVideo prepareVideo,
      BeginConversation beginConversation,
      Videos videos,
      Conversations conversations,
      Questions questions,
      Json json) {
    this.prepareVideo = prepareVideo;
    this.beginConversation = beginConversation;
    this.videos = videos;
    this.conversations = conversations;
    this.questions = questions;
    this.json = json;
  }

  /** POST /api/wiz/init. */
  public void prepare(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.body("video_id").required("video_id").text(VideoId::parse);
    input.check();
    Prepared prepared = prepareVideo.prepare(videoId.get(), Requesters.of(ctx));
    List<String> queued = queued(prepared);
    json.respond(
        ctx,
        200,
        new PreparedJson(
            queued.isEmpty() ? "Nothing new to fetch" : "The video is being fetched",
            videoId.get().value(),
            prepared.isNew(),
            queued.isEmpty() ? null : queued));
  }

  /** GET /api/wiz/video/{video_id}. */
  public void show(Context ctx) {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    input.check();
    Video video = video(videoId.get());
    json.respond(
        ctx,
        200,
        new StatusJson(
            video.videoId().value(),
            video.title(),
            video.transcriptAvailable(),
            video.metadata(),
            video.summary()));
  }

  /** POST /api/wiz/conversation. */
  public void begin(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.body("video_id").required("video_id").text(VideoId::parse);
    input.check();
    Video video = video(videoId.get());
    Conversation begun =
        beginConversation.begin(video.videoId(), Questions.owner(ctx), Requesters.of(ctx));
    json.respond(ctx, 200, new ConversationJson(begun.id(), begun.videoId().value()));
  }

  /** POST /api/wiz/chat. */
  public void ask(Context ctx) throws IOException, InterruptedException {
    Input input = Input.of(ctx);
    Body body = input.body("video_id", "message", "conversation_id");
    Field<VideoId> videoId = body.required("video_id").text(VideoId::parse);
    Field<String> message = Questions.read(body);
    Field<Long> conversationId = body.optional("conversation_id").id();
    input.check();
    Target target = target(ctx, video(videoId.get()).videoId(), conversationId.orNull());
    Outcome outcome = questions.ask(ctx, target, message.get());
    if (outcome instanceof Outcome.TranscriptPending(String ignored, boolean underWay)
        && !underWay) {
      throw ApiException.badRequest("Transcript unavailable. Please init session first.");
    }
    questions.respond(ctx, outcome);
  }

  private Target target(Context ctx, VideoId videoId, @Nullable Long conversationId) {
    if (conversationId == null) {
      return new Target.New(videoId);
    }
    return conversations
        .findOwn(conversationId, Questions.owner(ctx))
        .filter(conversation -> conversation.videoId().equals(videoId))
        .map(conversation -> new Target.Existing(conversation.id()))
        .orElseThrow(Questions::unknownConversation);
  }

  private Video video(VideoId videoId) {
    return videos.find(videoId).orElseThrow(VideoHandlers::notFound);
  }

  private static List<String> queued(Prepared prepared) {
    Stream<String> fetches = prepared.fetches().stream().map(TaskHandlers::name);
    return Stream.concat(fetches, Stream.of("summary").filter(name -> prepared.summary())).toList();
  }
}
