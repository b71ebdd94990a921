/**
 * Services that act under a customer's role for a resource somebody names, and whose documentation asks for
 * `aws:SourceArn` or `aws:SourceAccount` in the role's trust policy. Services that only hand a role to compute of the
 * same account (EC2, Lambda, ECS) are not among them.
 */
export const CONFUSED_DEPUTY_SERVICES: ReadonlyMap<string, string> = new Map([
  [
    'kinesisanalytics.amazonaws.com',
    'https://docs.aws.amazon.com/managed-flink/latest/java/iam-cross-service-confused-deputy-prevention.html',
  ],
  ['logs.amazonaws.com', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions-confused-deputy.html'],
  [
    'bedrock.amazonaws.com',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'personalize.amazonaws.com',
    'https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html',
  ],
  [
    'scheduler.amazonaws.com',
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'ssm.amazonaws.com',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'iot.amazonaws.com',
    'https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'frauddetector.amazonaws.com',
    'https://docs.aws.amazon.com/frauddetector/latest/ug/confused-deputy-prevention.html',
  ],
  [
    'rekognition.amazonaws.com',
    'https://docs.aws.amazon.com/rekognition/latest/dg/cross-service-confused-deputy-prevention.html',
  ],
  [
    'cloudtrail.amazonaws.com',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'controltower.amazonaws.com',
    'https://docs.aws.amazon.com/controltower/latest/userguide/conditions-for-role-trust.html',
  ],
]);
