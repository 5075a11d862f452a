package dev.vidwiz.persistence.limit;

import io.github.bucket4j.distributed.jdbc.CustomColumnProvider;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Writes when a bucket is full again. The library's own column would use the system clock. */
final class ExpiresAt implements CustomColumnProvider<String> {

  @Override
  public void setCustomField(
      String key, int index, PreparedStatement statement, RemoteBucketState state, long now)
      throws SQLException {
    long full = now + state.calculateFullRefillingTime(now);
    statement.setLong(index, TimeUnit.NANOSECONDS.toMicros(full));
  }

  @Override
  public String getCustomFieldName() {
    return "expires_at";
  }
}
