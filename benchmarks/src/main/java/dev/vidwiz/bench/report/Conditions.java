package dev.vidwiz.bench.report;

/**
 * The conditions that two runs must share to be comparable.
 *
 * @param database such as {@code SQLite} or {@code PostgreSQL 17}
 * @param connections the number of concurrent clients
 */
public record Conditions(
    String database, int connections, long users, long notes, long videos, long pendingTasks) {}
