package dev.vidwiz.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * What a workload with a rate came to. A ceiling is a measurement like any other of the same run.
 *
 * @param workload what was asked for, as people read it; unique in its run
 * @param cpuMicros microseconds of CPU that the measured process spent per request
 * @param errors how many requests were answered wrongly or not at all
 * @param ceiling the workload of the same run that this one can match at best, null when there is
 *     none
 */
public record Measurement(
    String workload,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double cpuMicros,
    long errors,
    @Nullable String ceiling) {}
