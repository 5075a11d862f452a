package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Dialogue;
import java.util.function.Supplier;

/**
 * Load of one kind.
 *
 * @param name as people read it
 * @param clients how many at a time
 * @param operations how many there can be at most
 * @param dialogues what each client says
 */
record Workload(String name, int clients, long operations, Supplier<Dialogue> dialogues) {

  Workload(String name, int clients, Supplier<Dialogue> dialogues) {
    this(name, clients, Long.MAX_VALUE, dialogues);
  }
}
