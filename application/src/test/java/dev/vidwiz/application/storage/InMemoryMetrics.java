package dev.vidwiz.application.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.InMemoryOutbox;
import dev.vidwiz.application.job.StoredAiJob;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.task.InMemoryTaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Counts what there is in memory. */
record InMemoryMetrics(
    InMemoryTaskQueue tasks,
    InMemoryOutbox outbox,
    Supplier<Integer> transcripts,
    Map<LastRuns.Job, Instant> lastRuns)
    implements StorageMetrics {

  private static final Set<TaskState> UNDONE = EnumSet.of(TaskState.PENDING, TaskState.IN_PROGRESS);

  private static final BinaryOperator<Instant> EARLIER = BinaryOperator.minBy(Instant::compareTo);

  @Override
  public Backlog backlog() {
    List<Task> all = tasks.all();
    List<StoredAiJob> jobs = outbox.all();
    return new Backlog(
        all.stream().collect(groupingBy(t -> new TaskKey(t.type(), t.state()), summingInt(t -> 1))),
        all.stream()
            .filter(task -> task.state() == TaskState.PENDING)
            .collect(toMap(Task::type, Task::availableAt, EARLIER)),
        jobs.stream()
            .collect(groupingBy(j -> new JobKey(j.job().kind(), j.state()), summingInt(j -> 1))),
        jobs.stream()
            .filter(job -> UNDONE.contains(job.state()))
            .map(StoredAiJob::job)
            .collect(toMap(AiJob::kind, AiJob::createdAt, EARLIER)),
        transcripts.get(),
        lastRuns);
  }
}
