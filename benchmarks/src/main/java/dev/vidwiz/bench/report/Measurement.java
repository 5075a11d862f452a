package dev.vidwiz.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * The results of a workload. A ceiling is also a measurement of the same run.
 *
 * @param workload the name of the workload, unique within its run
 * @param cpuMicros microseconds of CPU of the measured process per request
 * @param errors the number of requests without the expected response
 * @param ceiling the measurement of the same run that is the upper bound of this one; null when
 *     there is none
 */
public record Measurement(
    String workload,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double cpuMicros,
    long errors,
    @Nullable String ceiling) {}
