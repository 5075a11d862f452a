package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.junit.jupiter.api.Test;

class JettyTest {

  @Test
  void the_request_statistics_and_resource_checks_of_javalin_are_removed() {
    try (JettyServer server = new JettyServer(ctx -> {})) {
      assertThat(server.jetty().getBean(LowResourceMonitor.class)).isNull();
      assertThat(server.jetty().getDescendants(StatisticsHandler.class)).isEmpty();
    }
    Javalin plain = Javalin.create().start("127.0.0.1", 0);
    try {
      Server jetty = plain.jettyServer().server();
      assertThat(jetty.getBean(LowResourceMonitor.class)).isNotNull();
      assertThat(jetty.getDescendants(StatisticsHandler.class)).isNotEmpty();
    } finally {
      plain.stop();
    }
  }
}
