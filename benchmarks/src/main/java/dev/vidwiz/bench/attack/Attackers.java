package dev.vidwiz.bench.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The clients of an attack, each in a thread. They repeat their attempt until they are closed. */
final class Attackers implements AutoCloseable {

  /** With less, refused attempts would measure how much CPU time the attackers take. */
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Attack attack;
  private final List<Thread> threads;

  Attackers(Attack attack) {
    this.attack = attack;
    this.threads =
        IntStream.range(0, attack.clients())
            .mapToObj(client -> Thread.startVirtualThread(() -> repeat(client)))
            .toList();
  }

  private void repeat(int client) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        attack.attempt().run(client);
      } catch (IOException e) {
        // The server has ended the attempt.
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  /** Interrupts the threads, which closes their sockets. */
  @Override
  public void close() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
