package dev.vidwiz.persistence.migration;

import java.time.Duration;

/**
 * A migration that was run.
 *
 * @param version the version of the tables after it, such as {@code 009}
 */
public record AppliedMigration(String version, Duration duration) {}
