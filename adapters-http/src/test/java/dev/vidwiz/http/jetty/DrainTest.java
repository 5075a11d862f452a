package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.http.Answer;
import dev.vidwiz.http.Await;
import dev.vidwiz.http.RawClient;
import dev.vidwiz.http.TestServer;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LOGIN =
      String.join(
          "\r\n",
          "POST /v2/auth/login HTTP/1.1",
          "Host: x",
          "Expect: 100-continue",
          "Content-Length: 2",
          "",
          "");
  private static final String READY = "GET /ready HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void a_running_request_is_answered_while_new_connections_are_refused() {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    GoogleIdentities slow =
        credential -> {
          arrived.countDown();
          await(goOn);
          return Optional.empty();
        };
    try (TestServer server =
        TestServer.start(TestServer.settings(TestServer.keys(TestServer.SECRET_KEY, null)), slow)) {
      CompletableFuture<Answer> inFlight =
          CompletableFuture.supplyAsync(
              () -> server.call("POST", "/v2/auth/google", "{\"credential\": \"x\"}"));
      await(arrived);

      CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server()::close);
      Await.until(() -> isClosed(server.port()));
      assertThat(closing).isNotDone();
      goOn.countDown();

      assertThat(inFlight.join().status()).isEqualTo(401);
      assertThat(inFlight.join().header("Connection")).isEqualTo("close");
      closing.join();
    }
  }

  @Test
  void a_request_on_a_connection_that_was_kept_open_is_still_answered() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = new RawClient(server.port())) {
      assertThat(client.send(HEALTH).read().headers()).doesNotContainKey("connection");

      CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server()::close);
      Await.until(() -> isClosed(server.port()));
      RawClient.RawAnswer last = client.send(READY).read();

      assertThat(last.status()).isEqualTo(503);
      assertThat(last.body()).contains("The server is stopping");
      assertThat(last.headers()).containsEntry("connection", "close");
      assertThat(client.hasEnded()).isTrue();
      closing.join();
    }
  }

  @Test
  void idle_connections_are_closed_and_slow_requests_are_awaited() throws IOException {
    try (TestServer server = TestServer.start();
        RawClient idle = new RawClient(server.port());
        RawClient slow = new RawClient(server.port())) {
      idle.send(HEALTH).read();
      slow.send(LOGIN + "{");
      assertThat(slow.read().status()).isEqualTo(100);

      CompletableFuture<Void> closing = CompletableFuture.runAsync(server.server()::close);
      assertThat(idle.hasEnded()).isTrue();

      assertThat(slow.send("}").read().status()).isEqualTo(422);
      closing.join();
    }
  }

  private static boolean isClosed(int port) {
    try (RawClient client = new RawClient(port)) {
      client.finish();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
