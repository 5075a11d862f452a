package dev.vidwiz.bootstrap.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the JVM. Asked for first when somebody looks: the JVM's beans would slow the start. */
final class JvmMetrics implements AutoCloseable {

  private @Nullable JvmGcMetrics collections;

  synchronized void bindOnce(MeterRegistry registry) {
    if (collections == null) {
      // Their names break Prometheus' rules.
      registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
      registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
      collections = new JvmGcMetrics();
      List<MeterBinder> binders =
          List.of(
              collections,
              new JvmMemoryMetrics(),
              new JvmThreadMetrics(),
              new ClassLoaderMetrics(),
              new ProcessorMetrics(),
              new FileDescriptorMetrics(),
              new UptimeMetrics());
      binders.forEach(binder -> binder.bindTo(registry));
    }
  }

  @Override
  public synchronized void close() {
    if (collections != null) {
      collections.close();
    }
  }
}
