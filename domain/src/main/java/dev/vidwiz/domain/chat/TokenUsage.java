package dev.vidwiz.domain.chat;

/** How many tokens a model read and wrote, as the model counts them. */
public record TokenUsage(long promptTokens, long completionTokens, long totalTokens) {}
