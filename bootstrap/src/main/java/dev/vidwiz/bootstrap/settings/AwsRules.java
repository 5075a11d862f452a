package dev.vidwiz.bootstrap.settings;

import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ACCESS_KEY_ID;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_S3;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_ENDPOINT_URL_SQS;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_REGION;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_SECRET_ACCESS_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.AWS_SESSION_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.S3_BUCKET_NAME;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_AI_NOTE_QUEUE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.SQS_SUMMARY_QUEUE_URL;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks rules across the settings for S3 and SQS. */
final class AwsRules {

  /** The form of Amazon's regions, such as {@code us-gov-west-1}. */
  private static final Pattern AMAZON_REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]{1,2}");

  /**
   * Amazon's hosts of queues.
   *
   * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sqs-service.html">SQS endpoints</a>
   */
  private static final Pattern QUEUE_HOST =
      Pattern.compile(
          """
          (?x) (?: .*\\. )? sqs (?:-fips)? \\. (?<region> [a-z0-9-]+ ) \\. (?: vpce\\. )?
               (?: amazonaws\\.com (?: \\.cn )? | api\\.aws )
          | (?<former> [a-z0-9-]+ ) \\. queue \\. amazonaws\\.com
          """);

  private static final Pattern QUEUE_PATH =
      Pattern.compile("/[0-9]{12}/(?=.{1,80}$)[A-Za-z0-9_-]+(\\.fifo)?");

  private AwsRules() {}

  static List<Problem> check(Settings settings) {
    List<Problem> problems = new ArrayList<>();
    checkKey(settings, problems);
    checkRegion(settings, problems);
    if (isAmazon(settings, AWS_ENDPOINT_URL_SQS)) {
      for (Setting<URI> queue : List.of(SQS_AI_NOTE_QUEUE_URL, SQS_SUMMARY_QUEUE_URL)) {
        settings.find(queue).ifPresent(url -> checkQueue(settings, queue, url, problems));
      }
    }
    return problems;
  }

  private static void checkKey(Settings settings, List<Problem> problems) {
    boolean accessKey = settings.find(AWS_ACCESS_KEY_ID).isPresent();
    if (accessKey != settings.find(AWS_SECRET_ACCESS_KEY).isPresent()) {
      problems.add(
          accessKey
              ? AWS_SECRET_ACCESS_KEY.problem("must be set together with AWS_ACCESS_KEY_ID")
              : AWS_ACCESS_KEY_ID.problem("must be set together with AWS_SECRET_ACCESS_KEY"));
    }
    if (!accessKey && settings.find(AWS_SESSION_TOKEN).isPresent()) {
      problems.add(AWS_SESSION_TOKEN.problem("must be set together with AWS_ACCESS_KEY_ID"));
    }
  }

  private static void checkRegion(Settings settings, List<Problem> problems) {
    boolean bucket =
        settings.find(S3_BUCKET_NAME).isPresent() && isAmazon(settings, AWS_ENDPOINT_URL_S3);
    boolean queues =
        (settings.find(SQS_AI_NOTE_QUEUE_URL).isPresent()
                || settings.find(SQS_SUMMARY_QUEUE_URL).isPresent())
            && isAmazon(settings, AWS_ENDPOINT_URL_SQS);
    String region = settings.get(AWS_REGION);
    if ((bucket || queues) && !AMAZON_REGION.matcher(region).matches()) {
      problems.add(
          AWS_REGION.problem(
              "must be a region of Amazon, such as eu-central-1, not \"" + region + "\""));
    }
  }

  private static void checkQueue(
      Settings settings, Setting<URI> queue, URI url, List<Problem> problems) {
    Matcher host = QUEUE_HOST.matcher(url.getHost());
    if (!host.matches()) {
      problems.add(
          queue.problem(
              "must be the URL of a queue of Amazon, unless AWS_ENDPOINT_URL_SQS or"
                  + " AWS_ENDPOINT_URL names another server"));
      return;
    }
    if (!QUEUE_PATH.matcher(url.getPath()).matches()) {
      problems.add(
          queue.problem("must have the account, of 12 digits, and the name of the queue as path"));
    }
    String region = host.group("region") == null ? host.group("former") : host.group("region");
    if (!region.equals(settings.get(AWS_REGION))) {
      problems.add(
          queue.problem(
              "must be in the region of AWS_REGION, %s, not in %s"
                  .formatted(settings.get(AWS_REGION), region)));
    }
  }

  private static boolean isAmazon(Settings settings, Setting<URI> endpoint) {
    return settings.find(endpoint).isEmpty() && settings.find(AWS_ENDPOINT_URL).isEmpty();
  }
}
