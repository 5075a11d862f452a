package dev.vidwiz.http;

import dev.vidwiz.application.failure.BusyException;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.limit.DailyLimitException;
import dev.vidwiz.http.auth.Authenticator;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.error.ErrorResponses;
import dev.vidwiz.http.limit.RateLimiter;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.RequestBody;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** The steps before each handler, and the error handling after it. */
final class Pipeline {

  private static final System.Logger LOG = System.getLogger(Pipeline.class.getName());

  /** For clients whose request could not be served for now. */
  private static final String RETRY_SECONDS = "2";

  private final RateLimiter limiter;
  private final Authenticator authenticator;
  private final ErrorResponses errors;

  Pipeline(RateLimiter limiter, Authenticator authenticator, ErrorResponses errors) {
    this.limiter = limiter;
    this.authenticator = authenticator;
    this.errors = errors;
  }

  void addTo(JavalinConfig config) {
    config.http.prefer405over404 = true;
    config.routes.beforeMatched(Pipeline::noteRoute);
    config.routes.beforeMatched(limiter::check);
    config.routes.beforeMatched(ctx -> RequestBody.of(ctx).checkDeclaredLength());
    config.routes.afterMatched(ctx -> RequestBody.of(ctx).release());
    config.routes.beforeMatched(authenticator::authenticate);
    config.routes.exception(Exception.class, this::respond);
    config.routes.exception(io.javalin.http.HttpResponseException.class, this::respond);
    config.router.javaLangErrorHandler(this::respondToError);
  }

  /** HEAD requests have no matched endpoint. */
  private static void noteRoute(Context ctx) {
    Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
    if (matched != null) {
      OpenRequest.of(ctx).matched(matched.path);
    }
  }

  private void respond(Exception cause, Context ctx) {
    if (ctx.res().isCommitted()) {
      return;
    }
    ApiException error = errors.toError(cause, ctx.res().getHeader(OpenRequest.ID_HEADER));
    try {
      discardBody(ctx, error);
    } catch (ApiException tooLarge) {
      error = tooLarge;
    }
    if (cause instanceof MethodNotAllowedResponse wrongMethod) {
      wrongMethod.getDetails().values().forEach(methods -> ctx.header("Allow", methods));
    }
    if (cause instanceof BusyException busy) {
      ctx.header("Retry-After", Long.toString(busy.retryAfter().toSeconds()));
    }
    if (cause instanceof DailyLimitException reached) {
      ctx.header("Retry-After", Long.toString(reached.resetIn().plusMillis(999).toSeconds()));
    }
    if (error.code() == ErrorCode.SERVICE_UNAVAILABLE) {
      OpenRequest.of(ctx).unavailable(reason(error, cause));
      if (!ctx.res().containsHeader("Retry-After")) {
        ctx.header("Retry-After", RETRY_SECONDS);
      }
    }
    if (error.code() == ErrorCode.UNAUTHORIZED) {
      ctx.header("WWW-Authenticate", "Bearer");
    }
    ctx.status(error.code().status()).contentType("application/json").result(errors.body(error));
  }

  /** Returns the reason for the log: of a failure also that of its innermost cause. */
  private static String reason(ApiException error, Exception cause) {
    if (!(cause instanceof InfrastructureException)) {
      return text(error);
    }
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.equals(cause) ? text(cause) : text(cause) + ": " + text(innermost);
  }

  private static String text(Throwable problem) {
    return Objects.requireNonNullElse(problem.getMessage(), problem.getClass().getSimpleName());
  }

  /**
   * A rate-limited caller gets 429 whatever the size of the body, so the body is not read further.
   */
  private static void discardBody(Context ctx, ApiException error) {
    if (error.code() == ErrorCode.RATE_LIMIT_EXCEEDED) {
      RequestBody.of(ctx).discardUpToLimit();
    } else {
      RequestBody.of(ctx).discardRest();
    }
  }

  /** The thread ran out of memory or stack; a response may still be possible. */
  private void respondToError(HttpServletResponse response, Error cause) {
    ApiException error = errors.toError(cause, response.getHeader(OpenRequest.ID_HEADER));
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(error.code().status());
    response.setContentType("application/json");
    try {
      response.getOutputStream().write(errors.body(error));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the caller of a failed request has disconnected", e);
    }
  }
}
