package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Connection;
import dev.vidwiz.bench.http.Request;
import dev.vidwiz.bench.http.Response;
import dev.vidwiz.bench.server.Program;
import java.io.IOException;

/** Sends requests with the admin token. For one thread. */
final class Admin implements AutoCloseable {

  private final Connection connection;

  Admin(int port) throws IOException {
    this.connection = Connection.open(port);
  }

  /** Creates a video without data or tasks. */
  void create(String video) throws IOException {
    call(post(video, "summary", "{\"summary\": null}"));
  }

  void storeMetadata(String video) throws IOException {
    beginToStoreMetadata(video);
    end();
  }

  /** Does not wait for the response; {@link #end} does. */
  void beginToStoreMetadata(String video) throws IOException {
    connection.send(post(video, "metadata", "{\"metadata\": {\"title\": \"A lecture\"}}"));
  }

  void storeSummary(String video) throws IOException {
    call(post(video, "summary", "{\"summary\": \"In short.\"}"));
  }

  private void call(byte[] request) throws IOException {
    connection.send(request);
    end();
  }

  /** Waits for the response to the last request. */
  void end() throws IOException {
    Response response = connection.await();
    if (response.status() != 200) {
      throw new IllegalStateException(response.status() + ": " + response.text());
    }
  }

  private static byte[] post(String video, String what, String json) {
    return Request.post("/v2/internal/videos/" + video + "/" + what, Program.ADMIN_TOKEN, json);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
