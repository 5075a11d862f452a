package dev.vidwiz.application.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import dev.vidwiz.application.ai.AiJob;
import dev.vidwiz.application.ai.InMemoryOutbox;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.task.InMemoryTaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What there is in memory; there are no connections. */
record InMemoryFigures(InMemoryTaskQueue tasks, InMemoryOutbox outbox) implements StorageFigures {

  private static final BinaryOperator<Instant> EARLIER = BinaryOperator.minBy(Instant::compareTo);

  @Override
  public List<ConnectionUse> connections() {
    return List.of();
  }

  @Override
  public Backlog backlog() {
    List<Task> all = tasks.all();
    Map<JobKey, Integer> jobs = new HashMap<>();
    outbox.all(false).forEach(job -> add(jobs, job, TaskState.PENDING));
    outbox.all(true).forEach(job -> add(jobs, job, TaskState.FAILED));
    return new Backlog(
        all.stream().collect(groupingBy(t -> new TaskKey(t.type(), t.state()), summingInt(t -> 1))),
        all.stream()
            .filter(task -> task.state() == TaskState.PENDING)
            .collect(toMap(Task::type, Task::availableAt, EARLIER)),
        jobs,
        outbox.all(false).stream().collect(toMap(AiJob::kind, AiJob::createdAt, EARLIER)));
  }

  private static void add(Map<JobKey, Integer> jobs, AiJob job, TaskState state) {
    jobs.merge(new JobKey(job.kind(), state), 1, Integer::sum);
  }
}
