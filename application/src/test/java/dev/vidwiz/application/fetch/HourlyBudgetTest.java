package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HourlyBudgetTest {

  private final SettableClock clock = new SettableClock();
  private final HourlyBudget budget = new HourlyBudget(2, clock);

  @Test
  void holds_in_any_sliding_hour() {
    spend();
    clock.advance(Duration.ofMinutes(50));
    spend();

    assertThat(budget.permit().tryReserve()).isFalse();
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(budget.permit().tryReserve()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    spend();
    assertThat(budget.permit().tryReserve()).isFalse();
    clock.advance(Duration.ofMinutes(50));
    assertThat(budget.permit().tryReserve()).isTrue();
  }

  @Test
  void counts_what_is_reserved_until_it_is_given_back() {
    HourlyBudget.Permit first = budget.permit();
    HourlyBudget.Permit second = budget.permit();
    assertThat(first.tryReserve()).isTrue();
    assertThat(first.tryReserve()).isTrue();
    assertThat(second.tryReserve()).isTrue();
    assertThat(budget.permit().tryReserve()).isFalse();

    second.close();
    second.close();

    assertThat(budget.permit().tryReserve()).isTrue();
    assertThat(budget.permit().tryReserve()).isFalse();
  }

  private void spend() {
    try (HourlyBudget.Permit permit = budget.permit()) {
      assertThat(permit.tryReserve()).isTrue();
      permit.spend();
    }
  }
}
