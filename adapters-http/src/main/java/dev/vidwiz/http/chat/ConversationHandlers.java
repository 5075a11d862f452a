package dev.vidwiz.http.chat;

import dev.vidwiz.application.chat.BeginConversation;
import dev.vidwiz.application.chat.Conversations;
import dev.vidwiz.application.chat.Question.Target;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Requesters;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Links;
import dev.vidwiz.http.request.Paging;
import dev.vidwiz.http.stream.LongList;
import io.javalin.http.Context;
import java.io.IOException;

/** Handles requests for conversations with Wiz. */
public final class ConversationHandlers {

  private final BeginConversation beginConversation;
  private final Conversations conversations;
  private final Questions questions;
  private final Json json;

  /** Uses the given use cases. */
  public ConversationHandlers(
      BeginConversation beginConversation,
      Conversations conversations,
      Questions questions,
      Json json) {
    this.beginConversation = beginConversation;
    this.conversations = conversations;
    this.questions = questions;
    this.json = json;
  }

  /** POST /v2/conversations. */
  public void begin(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.body("video_id").required("video_id").text(VideoId::parse);
    input.check();
    Conversation begun =
        beginConversation.begin(videoId.get(), Questions.owner(ctx), Requesters.of(ctx));
    Links.created(ctx, "/v2/conversations/" + begun.id());
    json.respond(ctx, 201, ConversationJson.from(begun));
  }

  /** GET /v2/conversations/{conversation_id}. */
  public void show(Context ctx) {
    long id = conversationId(ctx);
    json.respond(
        ctx,
        200,
        conversations
            .findOwn(id, Questions.owner(ctx))
            .map(ConversationJson::from)
            .orElseThrow(Questions::unknownConversation));
  }

  /** GET /v2/conversations/{conversation_id}/messages. */
  public void listMessages(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    Field<Paging> page = Paging.read(input);
    input.check();
    Conversation own =
        conversations
            .findOwn(id.get(), Questions.owner(ctx))
            .orElseThrow(Questions::unknownConversation);
    new LongList<Message>(
            part -> conversations.messages(own.id(), part),
            (message, count) -> ListPart.after(message.createdAt(), message.id(), count),
            ChatMessageJson::from)
        .respond(ctx, json, page.get());
  }

  /** POST /v2/conversations/{conversation_id}/messages. */
  public void ask(Context ctx) throws IOException, InterruptedException {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    Field<String> message = Questions.read(input.body("message"));
    input.check();
    questions.respond(ctx, questions.ask(ctx, new Target.Existing(id.get()), message.get()));
  }

  private static long conversationId(Context ctx) {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    input.check();
    return id.get();
  }
}
