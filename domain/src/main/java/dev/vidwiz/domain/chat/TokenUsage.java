package dev.vidwiz.domain.chat;

/** How many tokens a model read and wrote, in its own count. */
public record TokenUsage(long promptTokens, long completionTokens, long totalTokens) {}
