package dev.vidwiz.bootstrap.architecture.planted.application.note;

import dev.vidwiz.bootstrap.architecture.planted.application.cycle.ReadsConfig;
import org.assertj.core.api.Condition;

/** Violation: a use case uses a framework; also half of a cycle. */
public record UsesFramework(Condition<String> framework, ReadsConfig otherHalf) {}
