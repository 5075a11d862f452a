package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An error as a server words it. The detail is the server's own text: to be shown shortened and
 * without secrets only.
 *
 * @param status an HTTP status; 0 when none is named
 * @param detail what the server says about it; empty when nothing
 */
record ServerError(int status, String detail) {

  private static final List<String> REASONS =
      List.of("message", "msg", "detail", "errors", "error_message", "error_msg");
  private static final List<String> PLACES = List.of("param", "loc", "error");

  /** An error of which nothing is known. */
  static final ServerError UNKNOWN = new ServerError(0, "");

  /** Returns the error that a document tells of, in whatever members; null when of none. */
  static @Nullable ServerError from(JsonNode document) {
    JsonNode choice = document.path("choices").path(0);
    boolean marked = Stream.of("object", "type", "status").anyMatch(n -> isError(document, n));
    boolean plain = Stream.of("object", "type", "event").noneMatch(document::has);
    boolean whole = choice.isMissingNode() && (marked || (plain && namesReason(document)));
    return Stream.of(document, choice)
        .filter(node -> (whole && node.equals(document)) || says(node.path("error")))
        .map(node -> new ServerError(status(node.path("error"), node), text(node)))
        .findFirst()
        .orElse(isError(choice, "finish_reason") ? UNKNOWN : null);
  }

  private static boolean namesReason(JsonNode document) {
    return REASONS.stream()
        .map(document::path)
        .anyMatch(reason -> says(reason) && !reason.has("content"));
  }

  private static boolean isError(JsonNode document, String name) {
    return document.path(name).asText().equals("error");
  }

  private static boolean says(JsonNode value) {
    return value.isTextual()
        ? !value.asText().isBlank()
        : value.asBoolean() || (value.isContainerNode() && !value.isEmpty());
  }

  private static int status(JsonNode... nodes) {
    return Stream.of(nodes)
        .flatMap(node -> Stream.of("code", "status", "status_code").map(node::path))
        .mapToInt(code -> code.asInt(0))
        .filter(code -> code >= 400 && code <= 599)
        .findFirst()
        .orElse(0);
  }

  /** Returns what is said, and about what, without what is only repeated of the request. */
  private static String text(JsonNode node) {
    if (node.isArray()) {
      return joined(StreamSupport.stream(node.spliterator(), false), ", ");
    }
    return node.isObject()
        ? joined(Stream.of(PLACES, REASONS).flatMap(List::stream).map(node::path), ": ")
        : node.isTextual() || node.isNumber() ? node.asText() : "";
  }

  private static String joined(Stream<JsonNode> nodes, String between) {
    return nodes
        .map(ServerError::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(between));
  }
}
