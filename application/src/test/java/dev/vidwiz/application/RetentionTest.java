package dev.vidwiz.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void a_run_counts_when_all_parts_succeed() throws InterruptedException {
    retention(() -> done.add("tasks"), () -> done.add("quotas")).run();

    assertThat(done).containsExactly("tasks", "quotas", "success");
  }

  @Test
  void a_part_that_fails_keeps_no_other_part_from_running() {
    Retention retention =
        retention(
            () -> {
              throw new IllegalStateException("the first");
            },
            () -> done.add("quotas"),
            () -> {
              throw new IllegalStateException("another");
            });

    assertThatIllegalStateException().isThrownBy(retention::run).withMessage("the first");
    assertThat(done).containsExactly("quotas");
  }

  @Test
  void a_stopped_run_ends_after_its_current_part() throws InterruptedException {
    List<Retention> own = new ArrayList<>();
    own.add(retention(() -> own.getFirst().stop(), () -> done.add("quotas")));
    own.getFirst().run();

    assertThat(done).isEmpty();
  }

  private Retention retention(Upkeep.Work... parts) {
    return new Retention(List.of(parts), () -> done.add("success"));
  }
}
