package dev.vidwiz.bootstrap.settings;

import java.util.regex.Pattern;

/** The types of settings for S3 and SQS. */
final class AwsKinds {

  /**
   * The name of a bucket, or the ARN of an access point, which S3 accepts in its place.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">
   *     Bucket naming rules</a>
   */
  static final Kind<String> BUCKET =
      matching(
          Pattern.compile(
              """
              (?x) arn:[^:\\s]+:s3[a-z-]*:[^:\\s]*:[0-9]{12}:accesspoint[/:][^\\s]+
              | (?! xn-- | sthree- | amzn-s3-demo- ) (?! .* \\.\\. ) (?! [0-9]+ (?: \\.[0-9]+ ){3} $ )
                [a-z0-9] [a-z0-9.-]{1,61} [a-z0-9]
              """),
          "the name of a bucket: 3 to 63 of a-z, 0-9, - and ., by S3's rules");

  /** A region. Servers other than Amazon's have names of their own. */
  static final Kind<String> REGION =
      matching(
          Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*"), "a region such as eu-central-1 or us-east-1");

  private AwsKinds() {}

  private static Kind<String> matching(Pattern form, String what) {
    return text -> {
      if (!form.matcher(text).matches()) {
        throw new BadValue(what, text);
      }
      return text;
    };
  }
}
