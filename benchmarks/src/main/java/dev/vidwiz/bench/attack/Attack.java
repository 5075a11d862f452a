package dev.vidwiz.bench.attack;

import java.io.IOException;

/**
 * A kind of hostile client.
 *
 * @param name the name in reports
 * @param clients how many attack at the same time
 * @param attempt what each of them repeats
 */
public record Attack(String name, int clients, Attempt attempt) {

  /** One attempt of a hostile client. */
  @FunctionalInterface
  public interface Attempt {

    /**
     * Attacks once.
     *
     * @param client the number of the client, from 0
     * @throws IOException when the server ends the attempt
     */
    void run(int client) throws IOException;
  }
}
