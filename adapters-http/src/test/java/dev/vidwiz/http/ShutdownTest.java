package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.user.GoogleIdentities;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  @Test
  void a_request_in_flight_is_answered_while_nobody_new_gets_in() {
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
      closing.join();
    }
  }

  @Test
  void an_address_in_use_is_told() {
    try (TestServer server = TestServer.start()) {
      HttpSettings free = TestServer.settings(TestServer.keys(null, null));
      HttpSettings taken =
          new HttpSettings(
              free.host(),
              server.port(),
              free.keys(),
              free.zone(),
              free.browsers(),
              free.clients());

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> TestServer.start(taken))
          .withMessageContaining("127.0.0.1:" + server.port());
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
