package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.load.Dialogue;
import java.util.function.Supplier;

/**
 * One kind of load.
 *
 * @param name the name in reports
 * @param clients the number of concurrent clients
 * @param operations the maximum number of operations
 * @param dialogues creates the dialogue of each client
 */
record Workload(String name, int clients, long operations, Supplier<Dialogue> dialogues) {

  Workload(String name, int clients, Supplier<Dialogue> dialogues) {
    this(name, clients, Long.MAX_VALUE, dialogues);
  }
}
