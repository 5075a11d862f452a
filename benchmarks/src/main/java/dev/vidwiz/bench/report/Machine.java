package dev.vidwiz.bench.report;

/**
 * Where a run took place.
 *
 * @param processor its model
 * @param jdk version of the JDK that measured
 */
public record Machine(String processor, int cores, String jdk) {}
