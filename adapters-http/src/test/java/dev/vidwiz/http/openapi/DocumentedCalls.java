package dev.vidwiz.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Answer;
import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.openapi.ApiDescription.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the calls that the OpenAPI document tells of, and holds every answer to it. */
final class DocumentedCalls {

  private final TestServer server;
  private final ApiDescription api = ApiDescription.get();
  private final Map<String, String> pathParameters = new HashMap<>();
  private final Map<Integer, Set<String>> made = new HashMap<>();
  private final List<String> headers = new ArrayList<>();
  private @Nullable String token;

  DocumentedCalls(TestServer server) {
    this.server = server;
  }

  ApiDescription api() {
    return api;
  }

  /** Makes further calls with a token. */
  DocumentedCalls as(@Nullable String newToken) {
    token = newToken;
    return this;
  }

  /** Makes the next call with a header, too. */
  DocumentedCalls with(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  /** Gives a parameter of paths its value. */
  DocumentedCalls at(String parameter, Object value) {
    pathParameters.put(parameter, value.toString());
    return this;
  }

  /** Calls with the document's own example of a body, if there is to be one. */
  Answer expect(int status, String id) {
    Operation operation = api.operation(id);
    return expect(status, id, operation.takesBody() ? operation.example() : null);
  }

  Answer expect(int status, String id, @Nullable String body) {
    return expect(status, id, "", body);
  }

  Answer expect(int status, String id, String query, @Nullable String body) {
    Operation operation = api.operation(id);
    String path = operation.path();
    for (Map.Entry<String, String> parameter : pathParameters.entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    if (token != null) {
      with("Authorization", "Bearer " + token);
    }
    String[] sent = headers.toArray(String[]::new);
    headers.clear();
    Answer answer = server.call(operation.method(), path + query, body, sent);
    assertThat(answer.status()).as("%s: %s", id, answer.body()).isEqualTo(status);
    api.check(operation, answer);
    checkMessage(operation, answer);
    made.computeIfAbsent(status, s -> new HashSet<>()).add(id);
    return answer;
  }

  /** Expects that every answer of these kinds that the document tells of has been seen. */
  void assertAllSeen(Integer... statuses) {
    for (Integer status : statuses) {
      assertThat(made.get(status))
          .as("%d", status)
          .containsExactlyInAnyOrderElementsOf(
              api.answering(status).stream().map(Operation::id).toList());
    }
  }

  /** The examples of errors are what the server says; only times to wait differ. */
  private static void checkMessage(Operation operation, Answer answer) {
    if (answer.status() >= 400 && answer.status() != 429) {
      assertThat(operation.response(answer.status()).findValuesAsText("message"))
          .as(operation.route())
          .contains(answer.json().at("/error/message").textValue());
    }
  }
}
