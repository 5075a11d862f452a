package dev.vidwiz.http.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the web app.
 *
 * @param folder the build output; the folder may be replaced while the server runs
 * @param contentSecurityPolicy sent with every file; null sends none
 */
public record WebAppSettings(Path folder, @Nullable String contentSecurityPolicy) {}
