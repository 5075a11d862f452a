package dev.vidwiz.bench.report;

/**
 * What has to be the same for two runs to be compared.
 *
 * @param database as people read it, such as {@code SQLite} or {@code PostgreSQL 17}
 * @param connections how many clients ask at a time
 */
public record Conditions(
    String database, int connections, long users, long notes, long videos, long pendingTasks) {}
