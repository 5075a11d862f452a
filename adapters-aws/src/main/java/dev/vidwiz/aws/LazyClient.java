package dev.vidwiz.aws;

import dev.vidwiz.aws.failure.AwsException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A client that is created at first use, because that takes as long as the rest of the start.
 * Thread-safe.
 */
final class LazyClient<C extends SdkAutoCloseable> implements Supplier<C>, AutoCloseable {

  private final Supplier<C> builder;
  private @Nullable C client;
  private boolean closed;

  LazyClient(Supplier<C> builder) {
    this.builder = builder;
  }

  /**
   * Returns the client.
   *
   * @throws AwsException when it has been closed
   */
  @Override
  public synchronized C get() {
    if (closed) {
      throw AwsException.unavailable("the client is closed");
    }
    if (client == null) {
      client = builder.get();
    }
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
  }
}
