/** Why no vector of a rule is found, as far as it is not that all its values are stand-ins. */
interface Absence {
  readonly why: string;
  /** What the rule looks for is no credential: nothing is missed. */
  readonly noCredential: boolean;
  /** Names of rules; those that several sets have are one. */
  readonly rules: string;
}

const ABSENCES: readonly Absence[] = [
  {
    why: 'address of a service or an instance',
    noCredential: true,
    rules: `artifactory-jfrog-url salesforce-instance-url.1 snowflake-account-host.1 supabase-project-url
      tableau-server-host.1 tableau-api-token supabase-realtime-credentials supabase-storage-credentials
      zksync-api-credentials avalanche-api-credentials firebase-storage-credentials ibm-watson-iot-credentials
      looker-api-credentials servicenow-api-key solana-rpc-credentials upstash-kafka-credentials
      upstash-redis-credentials upstash-vector-credentials turso-embedded-replica-token workday-api-key
      prometheus-alertmanager-webhook noaa-api-config surrealdb-credentials kingfisher.artifactory.2
      kingfisher.auth0.3 kingfisher.azureopenai.host.1 kingfisher.jira.1 kingfisher.azure.devops.1
      kingfisher.azure.devops.2 kingfisher.azuresearch.url.1 kingfisher.databricks.3 kingfisher.okta.2
      kingfisher.sonarqube.2 kingfisher.mattermost.1 kingfisher.coveralls.1 kingfisher.looker.1 kingfisher.riot.1
      kingfisher.freshdesk.1 kingfisher.nylas.api_uri.1 kingfisher.azurestorage.1b kingfisher.supabase.3
      kingfisher.shopify.2 kingfisher.salesforce.2 kingfisher.datadog.1 np.s3.1 np.s3.2 np.gcs.1 np.gcs.2
      np.shopify.1 aws-codecommit-credentials`,
  },
  {
    why: 'name or number of an account, a project, a client or a resource',
    noCredential: true,
    rules: `sap-api-key kingfisher.asana.1 cloudinary-cloud-name cloudinary-api-key tableau-personal-access-token-name.1
      azure-tenant-id ebay-client-id lark-app-id worldpay-api-credentials azure-government-credentials
      classlink-api-credentials amazon-advertising-api-credentials aweber-api-credentials belvo-api-credentials
      brightspace-api-credentials clever-api-credentials clio-api-credentials cloudflare-kv-credentials
      contabo-api-credentials corbado-api-credentials drake-api-credentials dwolla-client-credentials
      google-cloud-iot-credentials google-cloud-sovereign-credentials gusto-api-credentials
      hashicorp-vault-approle-credentials heap-analytics-key heap-api-key hotjar-api-key
      ibm-cloud-government-credentials india-aadhaar-api-credentials infura-project-credentials
      kamatera-api-credentials lastpass-dev-creds lorawan-credentials microsoft-advertising-api-credentials
      mx-api-credentials near-api-credentials onelogin-client-id oracle-cloud-government-credentials
      packer-credentials pandora-api-credentials pardot-api-credentials paychex-api-credentials
      paylocity-api-credentials piwikpro-api-credentials plaid-client-id plivo-voice-auth powerbi-credentials
      powerschool-api-credentials reddit-ads-api-credentials ringcentral-api-credentials sigfox-api-credentials
      sinch-api-key snowflake-account-info soundcloud-client-credentials telesign-api-key
      thomson-reuters-onesource-credentials trulioo-api-credentials truelayer-api-credentials
      twocheckout-api-credentials ups-api-credentials veriff-api-key vertex-api-credentials
      vercel-edge-config-token vercel-edge-function-credentials walmart-marketplace-api-credentials
      wix-api-credentials zitadel-credentials zohosign-api-credentials zscaler-api-key appsmith-api-credentials
      akoya-client-credentials customerio-api-key digitalocean-spaces-credentials eu-open-data-api-key
      okta-widget-api-credentials google-secret-manager-credentials kingfisher.adobe.2 kingfisher.anypoint.2
      kingfisher.azurestorage.1a kingfisher.azurestorage.1c kingfisher.azurestorage.name.1 kingfisher.bitbucket.1
      kingfisher.clojars.1 kingfisher.confluent.1 kingfisher.discord.3 kingfisher.foursquare.1 kingfisher.looker.2
      kingfisher.maxmind.2 kingfisher.mongodb.2 kingfisher.paypal.1 kingfisher.plaid.1 kingfisher.snowflake.1
      kingfisher.spotify.2 np.arn.1 np.aws.3 spotify-client-id twitch-client-id`,
  },
  {
    why: 'name or address of a user',
    noCredential: true,
    rules: `jaeger-credentials memcached-sasl-credentials minio-presigned-credentials mlflow-tracking-credentials
      prometheus-remote-write-credentials rabbitmq-management-credentials usps-webtools-api-key
      kingfisher.eagleeyenetworks.2 kingfisher.reactapp.1 kingfisher.snowflake.2 np.reactapp.1`,
  },
  {
    why: 'made to be public',
    noCredential: true,
    rules: `braintree-api-key braintree-sandbox-token clerk-api-key clerk-frontend-api-key sentry-dsn
      mixpanel-project-token kingfisher.age.1 np.age.1 kingfisher.sentry.4 kingfisher.datadog.4
      kingfisher.launchdarkly.2`,
  },
  {
    why: 'place of a secret that is kept elsewhere',
    noCredential: true,
    rules: 'aws-secrets-manager-arn azure-key-vault-credentials',
  },
  { why: 'encrypted for the service that reads it', noCredential: true, rules: 'kingfisher.travisci.2' },
  {
    why: 'hash of a password: found where it sets the password of an account, and nowhere else',
    noCredential: true,
    rules: `kingfisher.pwhash.1 kingfisher.pwhash.2 kingfisher.pwhash.3 kingfisher.pwhash.4 np.pwhash.1 np.pwhash.2
      np.pwhash.3 np.pwhash.4`,
  },
  {
    why: 'checksum, structure or alphabet is not that of the format',
    noCredential: false,
    rules: `gcp-service-account adobe-client-secret docker-swarm-unlock-key microsoft-teams-webhook
      azure-container-registry-token azure-iot-connection-string discord-bot-token genius-api-token
      github-app-private-key private-key ssh-private-key google-artifact-registry-key
      google-cloud-storage-hmac-key hexpm-api-key hubspot-api-key ibm-watson-translator-api-key mandrill-api-key
      maxmind-geoip-license-key paloalto-api-key phrase-api-token pinterest-access-token pulsar-jwt-token
      tailscale-api-key vanta-oauth-credentials vertexai-service-account yandex-translate-api-key zenrows-api-key
      buildkite-api-access-token courier-api-key segment-write-key kingfisher.anthropic.1 kingfisher.asana.2
      kingfisher.clarifai.1 kingfisher.cloudflare.2 kingfisher.coinapi.1 kingfisher.gcp.1 kingfisher.npm.1
      np.npm.1 kingfisher.nuget.1 kingfisher.riot.2 kingfisher.shippo.1 kingfisher.stripe.1 kingfisher.tailscale.1
      kingfisher.telegram.1 kingfisher.twitter.v1.1 kingfisher.voyageai.api_key kingfisher.imagekit.1
      kingfisher.endorlabs.1 kingfisher.endorlabs.2 kingfisher.selectpdf.1 kingfisher.apifonica.1
      kingfisher.speechtextai.1 kingfisher.supabase.1 unitycloud-api-key unleash-api-token kingfisher.flightlabs.1
      kingfisher.formio.1 kingfisher.lendflow.1 kingfisher.rentman.1 kingfisher.storychief.1 kingfisher.stripo.1
      kingfisher.tallyfy.1 kingfisher.viewneo.1 kingfisher.wrike.1 kingfisher.cloudconvert.1
      kingfisher.pushbullet.1 kingfisher.codemagic.1 kingfisher.formbucket.1 calendly-webhook-signing-key
      arbitrum-api-credentials`,
  },
  {
    why: 'shape alone says too little: the name of the provider must stand beside it',
    noCredential: false,
    rules: `zapier-nla-api-key kingfisher.scale.1 kingfisher.zhipu.1 kingfisher.dfuse.1 kingfisher.documo.1
      kingfisher.reallysimplesystems.1 pkcs12-file`,
  },
  {
    why: 'nothing but a name that may as well stand before a checksum, a commit or an id',
    noCredential: false,
    rules: `medium-api-token onesignal-api-key hashnode-api-token sonarcloud-token sonarqube-token
      veracode-api-credentials mongodb-atlas-api-key gotify-token ipinfo-api-token ip-api-credentials
      shazam-api-credentials playwright-test-credentials kingfisher.findl.1 kingfisher.blazemeter.1
      kingfisher.fastforex.1 kingfisher.refiner.1`,
  },
  {
    why: 'a dash between name and value, or words run into the name, as nobody writes an assignment',
    noCredential: false,
    rules: `kingfisher.blogger.1 kingfisher.cliengo.1 kingfisher.cloudmersive.1 kingfisher.cloudplan.1 kingfisher.coda.1
      kingfisher.currencyfreaks.1 kingfisher.fileio.1 kingfisher.hellosign.1 kingfisher.hiveage.1
      kingfisher.holidayapi.1 kingfisher.launchdarkly.1 kingfisher.leadfeeder.1 kingfisher.lessannoyingcrm.1
      kingfisher.mediastack.1 kingfisher.prospectcrm.1 kingfisher.raven.1 kingfisher.screenshotapi.1
      kingfisher.shortcut.1 kingfisher.splunk.1 kingfisher.urlscan.1 kingfisher.zipcodebase.1
      infinite-campus-api-key jw-player-api-credentials mailgun-webhook-signing-key
      sendgrid-webhook-signing-secret moodle-api-token xmatters-api-credentials`,
  },
  {
    why: 'text of a generator: signs in a row between name and value, or inside the value, that no file holds',
    noCredential: false,
    rules: `instabug-token neon-db-connection-string redis-connection-string surveymonkey-api-token twilio-flex-token
      typeform-api-token upcloud-api-credentials webscrapingapi-credentials yugabytedb-credentials
      z85-encoded-secret sec-edgar-api-token line-api-token vercel-kv-credentials vercel-postgres-credentials`,
  },
  {
    why: 'in part a row of keys or letters, or one piece many times: typed, not drawn',
    noCredential: false,
    rules: `kingfisher.languagelayer.1 kingfisher.dailyco.1 kingfisher.deepgram.1 kingfisher.detectlanguage.1
      kingfisher.eagleeyenetworks.1 kingfisher.formcraft.1 kingfisher.opencagedata.1 kingfisher.scrapingant.1
      kingfisher.toggltrack.1 kingfisher.fixerio.1 kingfisher.shipday.1 kingfisher.convertkit.1
      kingfisher.geoapify.1 kingfisher.helpcrunch.1 kingfisher.lexigram.1 kingfisher.paperform.1
      kingfisher.simplynoted.1 kingfisher.zeplin.1 kingfisher.zapierwebhook.1 np.azure.6 123formbuilder-api-key`,
  },
  {
    why: 'format that its provider does not document, under a name that says little',
    noCredential: false,
    rules: 'gravity-forms-rest-api-key formstack-api-credentials vercel-api-token-v2',
  },
  {
    why: 'the UUID that documents show',
    noCredential: false,
    rules: `kingfisher.privacy.1 kingfisher.kontent.1 kingfisher.collect2.1 kingfisher.nftport.1
      kingfisher.squarespace.1`,
  },
  { why: 'of a service that has ended', noCredential: false, rules: 'kingfisher.notify.line.1' },
  {
    why: 'told by the file it stands in, which the vector does not name',
    noCredential: false,
    rules: 'np.newrelic.2 np.okta.1',
  },
  {
    why: 'everyday password, or one told in prose',
    noCredential: false,
    rules: `retool-database-credentials kingfisher.generic.5 np.generic.5 hashicorp-tf-password
      kafka-connect-credentials questdb-credentials smartproxy-credentials sourcetree-credentials
      timescaledb-credentials kingfisher.odbc.1 kingfisher.weak_password.1 kingfisher.gradle.1
      kingfisher.generic.4 kingfisher.filezilla.2 kingfisher.snowflake.3 kingfisher.travisci.1 np.gradle.1
      np.generic.4 np.generic.11 np.generic.12 np.generic.13 np.generic.14`,
  },
];

const BY_RULE: ReadonlyMap<string, Absence> = new Map(
  ABSENCES.flatMap((absence) =>
    absence.rules
      .trim()
      .split(/\s+/)
      .map((rule) => [rule, absence] as const),
  ),
);

/** Undefined for a rule that nobody looked into. */
export function absenceOf(rule: string): Pick<Absence, 'why' | 'noCredential'> | undefined {
  return BY_RULE.get(rule);
}
