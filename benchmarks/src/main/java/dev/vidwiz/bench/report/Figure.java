package dev.vidwiz.bench.report;

/**
 * What was measured that is no rate: memory, the first answer, idle CPU, how long a change takes to
 * its watchers. Less is better.
 *
 * @param name unique in its run
 */
public record Figure(String name, double value, String unit) {}
