package dev.vidwiz.bench.report;

/**
 * A measured value that is not a rate: memory, time to the first response, idle CPU, delay of a
 * change to its watchers. Less is better.
 *
 * @param name unique within its run
 */
public record Figure(String name, double value, String unit) {}
