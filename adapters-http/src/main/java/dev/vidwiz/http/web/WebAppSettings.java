package dev.vidwiz.http.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which web app is served.
 *
 * @param folder where the build put it; the folder may be exchanged while the server runs
 * @param contentSecurityPolicy sent with every file; null sends none
 */
public record WebAppSettings(Path folder, @Nullable String contentSecurityPolicy) {}
