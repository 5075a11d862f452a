package dev.vidwiz.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.failure.BusyException;
import dev.vidwiz.application.failure.CallerGoneException;
import dev.vidwiz.application.user.WaitingClient;
import dev.vidwiz.domain.network.AddressPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingLineTest {

  private final HashingLine line = new HashingLine(64, 1);
  private final CompletableFuture<Void> blocked = new CompletableFuture<>();
  private final AtomicInteger worked = new AtomicInteger();

  @BeforeEach
  void block() {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Thread.startVirtualThread(
        () ->
            line.await(
                WaitingClient.LOCAL,
                () -> {
                  begun.complete(null);
                  return blocked.join();
                }));
    begun.join();
  }

  @AfterEach
  void unblock() {
    blocked.complete(null);
  }

  @Test
  void an_address_takes_up_a_quarter_of_it_and_all_together_the_whole() {
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int address = 1; address <= 4; address++) {
      waiting.addAll(enter(16, staying(address)));
      assertIsBusy(staying(address));
    }

    assertThat(line.waiting()).isEqualTo(64);
    assertIsBusy(staying(5));
    blocked.complete(null);
    assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isPositive());
    assertThat(line.waiting()).isZero();
    assertThat(line.await(staying(1), () -> 7)).isEqualTo(7);
  }

  @Test
  void who_has_gone_loses_the_place_without_any_work() {
    AtomicBoolean gone = new AtomicBoolean();
    List<CompletableFuture<Integer>> leaving = enter(16, new WaitingClient(address(1), gone::get));

    gone.set(true);

    assertThat(leaving)
        .allSatisfy(
            one ->
                assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(one::join)
                    .withCauseInstanceOf(CallerGoneException.class));
    assertThat(line.waiting()).isZero();
    blocked.complete(null);
    assertThat(line.await(staying(1), () -> 7)).isEqualTo(7);
    assertThat(worked).hasValue(0);
  }

  private List<CompletableFuture<Integer>> enter(int count, WaitingClient client) {
    int before = line.waiting();
    List<CompletableFuture<Integer>> entered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entered.add(
          CompletableFuture.supplyAsync(
              () -> line.await(client, worked::incrementAndGet), Thread::startVirtualThread));
    }
    while (line.waiting() != before + count) {
      Thread.onSpinWait();
    }
    return entered;
  }

  private void assertIsBusy(WaitingClient client) {
    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> line.await(client, worked::incrementAndGet));
  }

  private static WaitingClient staying(int address) {
    return new WaitingClient(address(address), () -> false);
  }

  private static AddressPrefix address(int last) {
    return new AddressPrefix("192.0.2." + last);
  }
}
