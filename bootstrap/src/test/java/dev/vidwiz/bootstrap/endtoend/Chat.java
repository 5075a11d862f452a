package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A conversation with Wiz. */
record Chat(Api caller, long id) {

  /** Sends a message, and waits for the complete answer. */
  Api.Answer ask(String question) {
    return caller.post(path(), message(question));
  }

  /** Sends a message, and returns the stream of the answer. */
  HeldRequest hold(String question) {
    return caller.holdPost(path(), message(question));
  }

  /** Returns the stored messages, oldest first. */
  JsonNode messages() {
    return caller.get(path()).expect(200);
  }

  /** Returns the messages as {@code "user: Why?"}, oldest first. */
  List<String> transcript() {
    return messages()
        .valueStream()
        .map(one -> one.get("role").textValue() + ": " + one.get("content").textValue())
        .toList();
  }

  /** Sends messages until the quota is spent, and returns how many were accepted. */
  int spendQuota(String question) {
    int accepted = 0;
    Api.Answer answer = ask(question);
    while (answer.status() != 429) {
      assertThat(answer.events()).as(answer.text()).contains("[DONE]");
      accepted++;
      answer = ask(question);
    }
    return accepted;
  }

  private String path() {
    return "/v2/conversations/" + id + "/messages";
  }

  private static String message(String text) {
    return "{\"message\": \"%s\"}".formatted(text);
  }
}
