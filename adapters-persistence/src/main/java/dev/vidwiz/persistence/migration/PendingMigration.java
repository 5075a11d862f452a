package dev.vidwiz.persistence.migration;

/**
 * A migration that a database needs.
 *
 * @param name the version and the description, or the name of an index
 * @param sql the statements
 */
public record PendingMigration(String name, String sql) {}
