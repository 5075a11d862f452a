package dev.vidwiz.bench.attack;

import dev.vidwiz.bench.load.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures honest callers before, during and after an attack.
 *
 * @param port the port of the server
 * @param callers the honest callers, each with a thread
 * @param time the time of each of the three
 */
public record Beside(int port, List<HonestCaller> callers, Duration time) {

  /**
   * The times of one caller.
   *
   * @param caller its name
   * @param usual without an attack
   * @param during while the attack goes on
   * @param after from its end on
   */
  public record Times(String caller, Outcome usual, Outcome during, Outcome after) {}

  /** Attacks, and returns the times of each caller. */
  public List<Times> measure(Attack attack) throws InterruptedException {
    List<Outcome> usual = call();
    List<Outcome> during;
    try (Attackers attackers = new Attackers(attack)) {
      during = call();
    }
    List<Outcome> after = call();
    List<Times> times = new ArrayList<>();
    for (int i = 0; i < callers.size(); i++) {
      times.add(new Times(callers.get(i).name(), usual.get(i), during.get(i), after.get(i)));
    }
    return times;
  }

  /** Lets the server compile what the callers ask for. */
  public void warmUp() throws InterruptedException {
    call();
    call();
  }

  private List<Outcome> call() throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome :
          threads.invokeAll(callers.stream().map(caller -> caller.on(port, time)).toList())) {
        outcomes.add(outcome.resultNow());
      }
      return outcomes;
    }
  }
}
