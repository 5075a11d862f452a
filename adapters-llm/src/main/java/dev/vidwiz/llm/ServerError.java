package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An error that the server reported. */
final class ServerError extends IOException {

  private static final long serialVersionUID = 1L;

  private static final List<String> REASONS =
      List.of("message", "msg", "detail", "errors", "error_message", "error_msg");
  private static final List<String> PLACES = List.of("param", "loc", "error");

  /** The HTTP status; 0 when there is none. */
  final int status;

  /** The server's message, untrusted: show it only shortened and without secrets. Can be empty. */
  final String detail;

  /** How long the server asked to wait; null if it did not. */
  final transient @Nullable Duration retryAfter;

  ServerError(int status, String detail, @Nullable Duration retryAfter) {
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Returns the error in a document of any known format; null when there is none. */
  static @Nullable ServerError from(JsonNode document) {
    JsonNode choice = document.path("choices").path(0);
    boolean marked = Stream.of("object", "type", "status").anyMatch(n -> isError(document, n));
    boolean plain = Stream.of("object", "type", "event").noneMatch(document::has);
    boolean whole = choice.isMissingNode() && (marked || (plain && namesReason(document)));
    if (whole || isPresent(document.path("error"))) {
      return from(document.path("error"), document);
    }
    return isPresent(choice.path("error")) || isError(choice, "finish_reason")
        ? from(choice.path("error"), choice)
        : null;
  }

  private static ServerError from(JsonNode error, JsonNode around) {
    int status =
        Stream.of(error, around)
            .flatMap(node -> Stream.of("code", "status", "status_code").map(node::path))
            .mapToInt(code -> code.asInt(0))
            .filter(code -> code >= 400 && code <= 599)
            .findFirst()
            .orElse(0);
    return new ServerError(status, text(around), null);
  }

  private static boolean namesReason(JsonNode document) {
    return REASONS.stream()
        .map(document::path)
        .anyMatch(reason -> isPresent(reason) && !reason.has("content"));
  }

  private static boolean isError(JsonNode document, String name) {
    return document.path(name).asText().equals("error");
  }

  /** Returns whether a value has content: servers send empty error fields. */
  static boolean isPresent(JsonNode value) {
    return value.isTextual() ? !value.asText().isBlank() : value.asBoolean() || !value.isEmpty();
  }

  /** Returns the message and the parameter it is about, without echoed parts of the request. */
  private static String text(JsonNode node) {
    if (node.isArray()) {
      return joined(node.valueStream(), ", ");
    }
    return node.isObject()
        ? joined(Stream.concat(PLACES.stream(), REASONS.stream()).map(node::path), ": ")
        : node.isTextual() || node.isNumber() ? node.asText() : "";
  }

  private static String joined(Stream<JsonNode> nodes, String between) {
    return nodes
        .map(ServerError::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }
}
