package dev.vidwiz.bootstrap.architecture.planted.application.note;

import dev.vidwiz.bootstrap.architecture.planted.application.cycle.ReadsConfig;
import org.assertj.core.api.Condition;

/** Against a use case without frameworks; one half of a cycle. */
public record AsksFramework(Condition<String> framework, ReadsConfig otherHalf) {}
