package dev.vidwiz.aws.sqs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this JVM, and a client of its own to look into it. */
public final class ElasticMq implements AutoCloseable {

  private static final int MAX_WAIT_SECONDS = 20;

  private final SQSRestServer server;
  private final URI address;
  private final SqsClient client;

  /** Returns the one that tests share, which ends with the JVM. */
  static ElasticMq shared() {
    return Shared.SERVER;
  }

  /** Starts on a port. */
  public ElasticMq(int port) {
    this(SQSRestServerBuilder.withPort(port));
  }

  private ElasticMq(TheSQSRestServerBuilder builder) {
    server = builder.withInterface("127.0.0.1").start();
    address = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    client =
        SqsClient.builder()
            .region(Region.AP_SOUTH_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(address)
            .build();
  }

  /** Returns where it listens. */
  public URI address() {
    return address;
  }

  /** Makes a queue. */
  public void createQueue(String name) {
    client.createQueue(
        queue ->
            queue
                .queueName(name)
                .attributes(
                    name.endsWith(".fifo")
                        ? Map.of(QueueAttributeName.FIFO_QUEUE, "true")
                        : Map.of()));
  }

  void deleteQueues() {
    client
        .listQueues()
        .queueUrls()
        .forEach(url -> client.deleteQueue(queue -> queue.queueUrl(url)));
  }

  void deleteQueue(String name) {
    client.deleteQueue(queue -> queue.queueUrl(url(name)));
  }

  private String url(String queue) {
    return address.resolve("/000000000000/" + queue).toString();
  }

  /** Waits for messages, some time at most, and takes up to ten out of a queue. */
  public List<String> await(String queue) {
    return take(queue, MAX_WAIT_SECONDS);
  }

  /** Takes all messages out of a queue. */
  List<String> drain(String queue) {
    List<String> bodies = new ArrayList<>();
    List<String> taken;
    do {
      taken = take(queue, 0);
      bodies.addAll(taken);
    } while (!taken.isEmpty());
    return bodies;
  }

  private List<String> take(String queue, int waitSeconds) {
    String url = url(queue);
    List<Message> received =
        client
            .receiveMessage(
                r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
            .messages();
    received.forEach(
        message ->
            client.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle())));
    return received.stream().map(Message::body).toList();
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }

  private static final class Shared {
    static final ElasticMq SERVER = new ElasticMq(SQSRestServerBuilder.withDynamicPort());
  }
}
