package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FakeLlmServer} does with one request: its steps, in order. Starts with one of the
 * static methods; a reply that takes the connection down, or waits for it, ends there.
 */
public final class FakeReply {

  private static final long BREATH_MILLIS = 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Something done to the connection. Failing to write means that the client has gone. */
  interface Step {
    void run(FakeConnection connection) throws IOException, InterruptedException;
  }

  private final List<Step> steps = new ArrayList<>();
  private boolean chunked;

  private FakeReply() {}

  /** Begins a stream of events, with status 200. */
  public static FakeReply events() {
    FakeReply reply = new FakeReply();
    reply.chunked = true;
    return reply.raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  /** Answers with a whole document, and headers as {@code Name: value}. */
  public static FakeReply status(int status, String body, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return nothing().raw(head + "Content-Length: " + length + "\r\n\r\n" + body);
  }

  /** Answers 200 with a JSON document. */
  public static FakeReply json(String body) {
    return status(200, body, "Content-Type: application/json");
  }

  /** Sends an ordinary answer in these pieces. */
  public static FakeReply saying(String... pieces) {
    FakeReply reply = events();
    for (String piece : pieces) {
      reply.text(piece);
    }
    return reply.finish("stop").usage(11, 7).done();
  }

  /** Sends nothing. */
  public static FakeReply nothing() {
    return new FakeReply();
  }

  /** Sends a comment line, as OpenRouter does while it waits for the provider. */
  public FakeReply comment(String text) {
    return body(": " + text + "\n\n");
  }

  /** Sends a piece of the answer. */
  public FakeReply text(String content) {
    return event(choice("{\"content\": " + quoted(content) + "}", null));
  }

  /** Sends a piece of the model's thoughts, in both of the fields that servers use. */
  public FakeReply reasoning(String thought) {
    String quoted = quoted(thought);
    return event(choice("{\"content\": \"\", \"reasoning\": " + quoted + "}", null))
        .event(choice("{\"reasoning_content\": " + quoted + "}", null));
  }

  /** Says that the model stopped. */
  public FakeReply finish(String reason) {
    return event(choice("{}", reason));
  }

  /** Tells the tokens spent, with no choices. */
  public FakeReply usage(int prompt, int completion) {
    return event(
        """
        {"choices": [], "usage": {"prompt_tokens": %d, "completion_tokens": %d, \
        "total_tokens": %d}}\
        """
            .formatted(prompt, completion, prompt + completion));
  }

  /** Reports an error inside of the stream. */
  public FakeReply error(int code, String message) {
    return event("{\"error\": {\"code\": %d, \"message\": %s}}".formatted(code, quoted(message)));
  }

  /** Says that nothing more comes. */
  public FakeReply done() {
    return event("[DONE]");
  }

  /** Sends one event with this data. */
  public FakeReply event(String data) {
    return body("data: " + data + "\n\n");
  }

  /** Sends a part of the body. */
  public FakeReply body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a part of the body in a packet of its own, cut wherever it is. */
  public FakeReply body(byte[] bytes) {
    steps.add(connection -> writeBody(connection.out(), bytes));
    return this;
  }

  /** Sends a part of the body over and over, until the client has gone. */
  public FakeReply forever(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    steps.add(
        connection -> {
          while (!connection.clientGone()) {
            writeBody(connection.out(), bytes);
          }
        });
    return this;
  }

  /** Sends a piece of the answer again and again, with a breath between, until the client goes. */
  public FakeReply trickle(String content) {
    String event = "data: " + choice("{\"content\": " + quoted(content) + "}", null) + "\n\n";
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    steps.add(
        connection -> {
          try {
            while (!connection.awaitClientGone(BREATH_MILLIS)) {
              writeBody(connection.out(), bytes);
            }
          } catch (IOException e) {
            connection.awaitClientGone();
          }
        });
    return this;
  }

  /** Sends bytes as they are, head of the response included. */
  public FakeReply raw(String text) {
    steps.add(connection -> connection.out().write(text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Sends bytes as they are, over and over, until the client has gone. */
  public FakeReply rawForever(String text) {
    steps.add(
        connection -> {
          while (!connection.clientGone()) {
            connection.out().write(text.getBytes(StandardCharsets.UTF_8));
          }
        });
    return this;
  }

  /** Waits until a test opens the latch, or the client goes. */
  public FakeReply waitFor(CountDownLatch latch) {
    steps.add(connection -> connection.waitFor(latch));
    return this;
  }

  /** Opens a latch, to tell a test that the reply has come to here. */
  public FakeReply open(CountDownLatch latch) {
    steps.add(connection -> latch.countDown());
    return this;
  }

  /** Sends nothing more and waits until the client has gone. */
  public FakeReply silence() {
    steps.add(FakeConnection::awaitClientGone);
    return this;
  }

  /** Breaks the connection off. */
  public FakeReply drop() {
    steps.add(FakeConnection::close);
    return this;
  }

  void play(FakeConnection connection) throws IOException, InterruptedException {
    for (Step step : steps) {
      step.run(connection);
    }
    if (chunked) {
      connection.out().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void writeBody(OutputStream out, byte[] bytes) throws IOException {
    if (!chunked) {
      out.write(bytes);
      return;
    }
    byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] chunk = new byte[size.length + bytes.length + 2];
    System.arraycopy(size, 0, chunk, 0, size.length);
    System.arraycopy(bytes, 0, chunk, size.length, bytes.length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    out.write(chunk);
  }

  private static String choice(String delta, @Nullable String finishReason) {
    ObjectNode choice = JSON.createObjectNode().put("index", 0).put("finish_reason", finishReason);
    choice.putRawValue("delta", new RawValue(delta));
    return "{\"id\": \"gen-1\", \"choices\": [" + choice + "]}";
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().textNode(text).toString();
  }
}
