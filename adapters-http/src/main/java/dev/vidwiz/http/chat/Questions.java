package dev.vidwiz.http.chat;

import dev.vidwiz.application.chat.AnswerQuestion;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.chat.SpentQuota;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.Field;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Passes questions to Wiz and sends the results to the callers. Thread-safe. */
public final class Questions {

  record ProcessingJson(String status, String message) {}

  private final AnswerQuestion answer;
  private final AnswerStream answers;
  private final Json json;

  /** Uses the given use case. */
  public Questions(AnswerQuestion answer, Json json) {
    this.answer = answer;
    this.answers = new AnswerStream(json);
    this.json = json;
  }

  /** Reads the text of a question. */
  public static Field<String> read(Body body) {
    return body.required("message").text(text -> Question.RULE.check(Blank.strip(text)));
  }

  /** Returns the owner of the caller's conversations; the caller must not be an admin. */
  public static Owner owner(Context ctx) {
    return switch (Caller.of(ctx)) {
      case Caller.KnownUser(long id) -> new Owner.RegisteredUser(id);
      case Caller.Guest(String sessionId) -> new Owner.Guest(sessionId);
      case Caller.Admin() -> throw new IllegalStateException("conversations have owners");
    };
  }

  /** Asks what the caller wants to know. */
  public Outcome ask(Context ctx, Question.Target target, String text) {
    return answer.ask(new Question(target, owner(ctx), OpenRequest.of(ctx).client(), text));
  }

  /** Sends the outcome to the caller, and streams the answer if there is one. */
  public void respond(Context ctx, Outcome outcome) throws IOException, InterruptedException {
    switch (outcome) {
      case Outcome.Answering(var given) -> answers.send(ctx, given);
      case Outcome.UnknownConversation() -> throw unknownConversation();
      case Outcome.UnknownVideo() -> throw ApiException.notFound("Video not found");
      case Outcome.QuotaSpent(SpentQuota quota) ->
          throw new DailyLimitException(
              quota.messages(), quota.guest() ? "guest messages" : "messages", quota.resetIn());
      case Outcome.TranscriptPending(String error, boolean ignored) ->
          json.respond(ctx, 202, new ProcessingJson("processing", pending(error)));
      case Outcome.TranscriptMissing() -> throw ApiException.notFound("Transcript data missing");
      case Outcome.NoModel() ->
          throw ApiException.notConfigured("OpenRouter API key not configured");
    }
  }

  /** Returns the error for a conversation that does not exist or belongs to somebody else. */
  public static ApiException unknownConversation() {
    return ApiException.notFound("Conversation not found");
  }

  private static String pending(@Nullable String error) {
    return error == null ? "Transcript processing" : error;
  }
}
