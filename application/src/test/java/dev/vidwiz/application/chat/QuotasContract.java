package dev.vidwiz.application.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What {@link Quotas} promises. */
public abstract class QuotasContract extends StorageContract {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final String ANN = "user:1";

  @Test
  void counts_up_to_the_limit() {
    Quotas quotas = storage.quotas();

    assertThat(quotas.used(ANN, TODAY)).isZero();
    assertThat(quotas.spendIfLeft(ANN, TODAY, 2)).isTrue();
    assertThat(quotas.spendIfLeft(ANN, TODAY, 2)).isTrue();
    assertThat(quotas.spendIfLeft(ANN, TODAY, 2)).isFalse();
    assertThat(quotas.used(ANN, TODAY)).isEqualTo(2);
    assertThat(quotas.spendIfLeft(ANN, TODAY, 0)).isFalse();
    assertThat(quotas.spendIfLeft("user:2", TODAY, 0)).isFalse();
  }

  @Test
  void counts_each_subject_and_each_day_by_itself() {
    Quotas quotas = storage.quotas();
    quotas.spendIfLeft(ANN, TODAY, 1);

    assertThat(quotas.spendIfLeft("guest:" + "x".repeat(200), TODAY, 1)).isTrue();
    assertThat(quotas.spendIfLeft(ANN, TODAY.plusDays(1), 1)).isTrue();
  }

  @Test
  void refunds_only_counted_uses() {
    Quotas quotas = storage.quotas();
    quotas.spendIfLeft(ANN, TODAY, 1);

    quotas.refund(ANN, TODAY);
    quotas.refund(ANN, TODAY);
    quotas.refund("user:2", TODAY);

    assertThat(quotas.used(ANN, TODAY)).isZero();
    assertThat(quotas.spendIfLeft(ANN, TODAY, 1)).isTrue();
    assertThat(quotas.spendIfLeft(ANN, TODAY, 1)).isFalse();
  }

  @Test
  void finds_the_highest_uses_of_a_day() {
    Quotas quotas = storage.quotas();
    for (int use = 0; use < 3; use++) {
      quotas.spendIfLeft(ANN, TODAY, 5);
      quotas.spendIfLeft("user:4", TODAY.minusDays(1), 5);
    }
    quotas.spendIfLeft("user:2", TODAY, 5);
    quotas.spendIfLeft("user:2", TODAY, 5);
    quotas.spendIfLeft("user:3", TODAY, 5);
    quotas.refund("user:3", TODAY);

    assertThat(quotas.highest(TODAY, 5))
        .containsExactly(new Quotas.Use(ANN, 3), new Quotas.Use("user:2", 2));
    assertThat(quotas.highest(TODAY, 1)).containsExactly(new Quotas.Use(ANN, 3));
    assertThat(quotas.highest(TODAY.plusDays(1), 5)).isEmpty();
  }

  @Test
  void removes_earlier_days() {
    Quotas quotas = storage.quotas();
    quotas.spendIfLeft(ANN, TODAY.minusDays(1), 5);
    quotas.spendIfLeft(ANN, TODAY, 5);

    quotas.removeBefore(TODAY);

    assertThat(quotas.used(ANN, TODAY.minusDays(1))).isZero();
    assertThat(quotas.used(ANN, TODAY)).isEqualTo(1);
  }

  @Test
  void concurrent_calls_never_exceed_the_limit() throws InterruptedException {
    Quotas quotas = storage.quotas();

    assertThat(Race.run(200, runner -> quotas.spendIfLeft(ANN, TODAY, 20)))
        .filteredOn(taken -> taken)
        .hasSize(20);
    assertThat(quotas.used(ANN, TODAY)).isEqualTo(20);
  }
}
