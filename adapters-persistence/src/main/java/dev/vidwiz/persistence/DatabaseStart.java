package dev.vidwiz.persistence;

import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.migration.AppliedMigration;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/**
 * What was found and done when a database was opened.
 *
 * @param product the kind and version of the database, such as {@code PostgreSQL 15.14}
 * @param applied the migrations that were run, in order
 */
public record DatabaseStart(String product, List<AppliedMigration> applied) {

  static DatabaseStart of(JdbiTransactions transactions, List<AppliedMigration> applied) {
    return new DatabaseStart(
        transactions.read(
            handle -> {
              try {
                DatabaseMetaData database = handle.getConnection().getMetaData();
                return database.getDatabaseProductName()
                    + " "
                    + database.getDatabaseProductVersion();
              } catch (SQLException e) {
                return "a database of an unknown version";
              }
            }),
        applied);
  }
}
