package dev.vidwiz.bootstrap.architecture.planted.domain.note;

import java.sql.Connection;

/** Violation: the domain uses JDBC. */
public record UsesDatabase(Connection connection) {}
