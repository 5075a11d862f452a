package dev.vidwiz.application.task;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order in which pending tasks are claimed. */
final class InMemoryTurns {

  /** Whose task it is, and where it stands in the line; null while its delay lasts. */
  private record Place(Requester requester, @Nullable Long turn) {}

  private final InMemoryTable<Long, Task> tasks;
  private final InMemoryTable<Long, Place> places;

  InMemoryTurns(InMemoryTransactions transactions, InMemoryTable<Long, Task> tasks) {
    this.tasks = tasks;
    this.places = new InMemoryTable<>(transactions);
  }

  /** Gives a new task its turn, which is counted without it. */
  void add(Task task, Requester requester, long turn) {
    places.put(task.id(), new Place(requester, turn));
  }

  Requester requester(Task task) {
    return place(task).requester();
  }

  boolean isDelayed(Task task) {
    return place(task).turn() == null;
  }

  void delay(Task task) {
    places.put(task.id(), new Place(requester(task), null));
  }

  void join(Task task, Requester requester, Instant now) {
    Place before = place(task);
    Long turn = before.turn() == null ? null : (Long) nextTurn(task.type(), requester, now);
    boolean sameLine = requester.isGuest() == before.requester().isGuest();
    boolean sooner = sameLine ? turn != null && turn < turn(task) : !requester.isGuest();
    if (sooner) {
      places.put(task.id(), new Place(requester, turn));
    } else if (before.requester() instanceof Requester.Nobody && sameLine) {
      places.put(task.id(), new Place(requester, before.turn()));
    }
  }

  long nextTurn(TaskType type, Requester requester, Instant now) {
    long newcomer =
        inLine(type)
            .filter(task -> place(task).requester().isGuest() == requester.isGuest())
            .mapToLong(task -> turn(task) + 1)
            .min()
            .orElse(0);
    long behindOwn =
        inLine(type)
            .filter(task -> place(task).requester().equals(requester))
            .mapToLong(task -> turn(task) + 2)
            .max()
            .orElse(0);
    long next = Math.max(newcomer, behindOwn);
    return next > 0 ? next : ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }

  Optional<Task> next(TaskType type, Predicate<Task> wanted) {
    Comparator<Task> usersFirst = Comparator.comparing(task -> place(task).requester().isGuest());
    return inLine(type)
        .filter(wanted)
        .min(usersFirst.thenComparingLong(this::turn).thenComparingLong(Task::id));
  }

  void lineUp(Task task, Instant now) {
    Requester requester = place(task).requester();
    places.put(task.id(), new Place(requester, nextTurn(task.type(), requester, now)));
  }

  private Stream<Task> pending(TaskType type) {
    return tasks.rows().filter(task -> task.state() == TaskState.PENDING && task.type() == type);
  }

  Stream<Task> inLine(TaskType type) {
    return pending(type).filter(task -> place(task).turn() != null);
  }

  Stream<Task> due(TaskType type, Instant now) {
    return pending(type)
        .filter(task -> place(task).turn() == null)
        .filter(task -> !task.availableAt().isAfter(now));
  }

  private Place place(Task task) {
    return places.get(task.id()).orElseThrow();
  }

  private long turn(Task task) {
    return Objects.requireNonNull(place(task).turn());
  }
}
