package dev.vidwiz.aws.sqs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this JVM, and a client of its own to look into it. */
final class ElasticMq implements AutoCloseable {

  private final SQSRestServer server =
      SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();

  private final URI address =
      URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());

  private final SqsClient client =
      SqsClient.builder()
          .region(Region.AP_SOUTH_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(address)
          .build();

  URI address() {
    return address;
  }

  void createQueue(String name) {
    client.createQueue(
        queue ->
            queue
                .queueName(name)
                .attributes(
                    name.endsWith(".fifo")
                        ? Map.of(QueueAttributeName.FIFO_QUEUE, "true")
                        : Map.of()));
  }

  void deleteQueue(String name) {
    client.deleteQueue(queue -> queue.queueUrl(url(name)));
  }

  private String url(String queue) {
    return address.resolve("/000000000000/" + queue).toString();
  }

  /** Takes all messages out of a queue. */
  List<String> drain(String queue) {
    String url = url(queue);
    List<String> bodies = new ArrayList<>();
    List<Message> received;
    do {
      received = client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
      for (Message message : received) {
        bodies.add(message.body());
        client.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!received.isEmpty());
    return bodies;
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }
}
