package dev.vidwiz.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void compares_a_run_with_the_former_one() {
    assertThat(Table.of(new Comparison(Samples.latest(), Samples.former())))
        .isEqualTo(
            """
            SQLite
            64 connections · 1,000 users · 1,000,000 notes · 100,000 videos · 99,000 pending tasks
            A processor · 2 cores · JDK 25.0.1+8
            2026-03-04 05:06 UTC · commit 1234567
            compared with 2026-03-04 04:06 UTC · commit 1234567

            workload                     per second  change   p50 ms   p99 ms   CPU µs  of its ceiling
            GET /v2/users/me                 16,290   +50 %     3.72     12.6     98.4  89 % of bare <Javalin>
            notes of a video                 10,260    +3 %     6.10     28.9      168  56 % of bare <Javalin>
            POST a note                       2,615   -13 %     23.4     61.2      588
            claim and result                    934             1.02     2.90      640
            bare <Javalin>                   18,400    +2 %     3.30     12.1     43.0
            ! notes of a video: 3 errors

            figure                            value  change  unit
            memory, idle                        118    -9 %  MB
            first answer                       0.71    +0 %  s
            """);
  }

  @Test
  void fits_into_a_hundred_columns() {
    assertThat(Table.of(new Comparison(Samples.latest(), null)).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
