import type { Detector } from '../src/model/detector.ts';
import { adobe } from './adobe.ts';
import { adyen } from './adyen.ts';
import { airtable } from './airtable.ts';
import { akamai } from './akamai.ts';
import { algolia } from './algolia.ts';
import { alibabaCloud } from './alibaba-cloud.ts';
import { anthropic } from './anthropic.ts';
import { apify } from './apify.ts';
import { asana } from './asana.ts';
import { assemblyai } from './assemblyai.ts';
import { atlassian } from './atlassian.ts';
import { auth0 } from './auth0.ts';
import { aws } from './aws.ts';
import { azure } from './azure.ts';
import { beamer } from './beamer.ts';
import { binance } from './binance.ts';
import { bitbucket } from './bitbucket.ts';
import { box } from './box.ts';
import { brevo } from './brevo.ts';
import { buildkite } from './buildkite.ts';
import { cerebras } from './cerebras.ts';
import { circleci } from './circleci.ts';
import { clerk } from './clerk.ts';
import { clickhouse } from './clickhouse.ts';
import { clickup } from './clickup.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudinary } from './cloudinary.ts';
import { codecov } from './codecov.ts';
import { cohere } from './cohere.ts';
import { coinbase } from './coinbase.ts';
import { configFiles } from './config-files.ts';
import { confluent } from './confluent.ts';
import { connectionUrls, urlTokens } from './connection-urls.ts';
import { contentful } from './contentful.ts';
import { cratesIo } from './crates-io.ts';
import { databricks } from './databricks.ts';
import { datadog } from './datadog.ts';
import { dbt } from './dbt.ts';
import { deepgram } from './deepgram.ts';
import { deepseek } from './deepseek.ts';
import { definedNetworking } from './defined-networking.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { docker } from './docker.ts';
import { doppler } from './doppler.ts';
import { drone } from './drone.ts';
import { dropbox } from './dropbox.ts';
import { duffel } from './duffel.ts';
import { dynatrace } from './dynatrace.ts';
import { easypost } from './easypost.ts';
import { elastic } from './elastic.ts';
import { elevenlabs } from './elevenlabs.ts';
import { fastly } from './fastly.ts';
import { figma } from './figma.ts';
import { firecrawl } from './firecrawl.ts';
import { fireworks } from './fireworks.ts';
import { flutterwave } from './flutterwave.ts';
import { flyIo } from './fly-io.ts';
import { frameIo } from './frame-io.ts';
import { freshdesk } from './freshdesk.ts';
import { fusionauth } from './fusionauth.ts';
import { generic } from './generic.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gocardless } from './gocardless.ts';
import { googleCloud } from './google-cloud.ts';
import { grafana } from './grafana.ts';
import { groq } from './groq.ts';
import { harness } from './harness.ts';
import { heroku } from './heroku.ts';
import { hetzner } from './hetzner.ts';
import { honeycomb } from './honeycomb.ts';
import { httpAuth } from './http-auth.ts';
import { hubspot } from './hubspot.ts';
import { huggingFace } from './hugging-face.ts';
import { ibmCloud } from './ibm-cloud.ts';
import { infisical } from './infisical.ts';
import { infracost } from './infracost.ts';
import { intercom } from './intercom.ts';
import { jfrog } from './jfrog.ts';
import { jina } from './jina.ts';
import { klaviyo } from './klaviyo.ts';
import { kubernetes } from './kubernetes.ts';
import { langsmith } from './langsmith.ts';
import { launchdarkly } from './launchdarkly.ts';
import { linear } from './linear.ts';
import { linkedin } from './linkedin.ts';
import { linode } from './linode.ts';
import { lob } from './lob.ts';
import { mailchimp } from './mailchimp.ts';
import { mailgun } from './mailgun.ts';
import { mapbox } from './mapbox.ts';
import { maxmind } from './maxmind.ts';
import { messagebird } from './messagebird.ts';
import { meta } from './meta.ts';
import { microsoftTeams } from './microsoft-teams.ts';
import { mistral } from './mistral.ts';
import { mixpanel } from './mixpanel.ts';
import { monday } from './monday.ts';
import { mongodb } from './mongodb.ts';
import { neon } from './neon.ts';
import { netlify } from './netlify.ts';
import { newRelic } from './new-relic.ts';
import { ngrok } from './ngrok.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { nuget } from './nuget.ts';
import { nvidia } from './nvidia.ts';
import { octopusDeploy } from './octopus-deploy.ts';
import { okta } from './okta.ts';
import { onepassword } from './onepassword.ts';
import { onesignal } from './onesignal.ts';
import { openai } from './openai.ts';
import { openrouter } from './openrouter.ts';
import { oracleCloud } from './oracle-cloud.ts';
import { ovhcloud } from './ovhcloud.ts';
import { paddle } from './paddle.ts';
import { pagerduty } from './pagerduty.ts';
import { paypal } from './paypal.ts';
import { paystack } from './paystack.ts';
import { perplexity } from './perplexity.ts';
import { pinecone } from './pinecone.ts';
import { plaid } from './plaid.ts';
import { planetscale } from './planetscale.ts';
import { posthog } from './posthog.ts';
import { postman } from './postman.ts';
import { postmark } from './postmark.ts';
import { prefect } from './prefect.ts';
import { privateKeys } from './private-keys.ts';
import { pulumi } from './pulumi.ts';
import { pypi } from './pypi.ts';
import { railway } from './railway.ts';
import { rancher } from './rancher.ts';
import { rapidapi } from './rapidapi.ts';
import { razorpay } from './razorpay.ts';
import { readmeCom } from './readme-com.ts';
import { references } from './references.ts';
import { render } from './render.ts';
import { replicate } from './replicate.ts';
import { resend } from './resend.ts';
import { rollbar } from './rollbar.ts';
import { rubygems } from './rubygems.ts';
import { salesforce } from './salesforce.ts';
import { sanity } from './sanity.ts';
import { scaleway } from './scaleway.ts';
import { segment } from './segment.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { shippo } from './shippo.ts';
import { shopify } from './shopify.ts';
import { slack } from './slack.ts';
import { snowflake } from './snowflake.ts';
import { snyk } from './snyk.ts';
import { sonarqube } from './sonarqube.ts';
import { sourcegraph } from './sourcegraph.ts';
import { splunk } from './splunk.ts';
import { square } from './square.ts';
import { stripe } from './stripe.ts';
import { sumoLogic } from './sumo-logic.ts';
import { supabase } from './supabase.ts';
import { tailscale } from './tailscale.ts';
import { tavily } from './tavily.ts';
import { telegram } from './telegram.ts';
import { tencentCloud } from './tencent-cloud.ts';
import { terraform } from './terraform.ts';
import { together } from './together.ts';
import { travisCi } from './travis-ci.ts';
import { trello } from './trello.ts';
import { twilio } from './twilio.ts';
import { typeform } from './typeform.ts';
import { vault } from './vault.ts';
import { vercel } from './vercel.ts';
import { vonage } from './vonage.ts';
import { voyage } from './voyage.ts';
import { vultr } from './vultr.ts';
import { weightsAndBiases } from './weights-and-biases.ts';
import { workos } from './workos.ts';
import { xTwitter } from './x-twitter.ts';
import { xai } from './xai.ts';
import { yandex } from './yandex.ts';
import { zapier } from './zapier.ts';
import { zendesk } from './zendesk.ts';
import { zoom } from './zoom.ts';

/** Every detector: providers by name, then formats that any provider may use, then names of secrets, then the generic one. */
export const detectors: readonly Detector[] = [
  ...adobe,
  ...adyen,
  ...airtable,
  ...akamai,
  ...algolia,
  ...alibabaCloud,
  ...anthropic,
  ...apify,
  ...asana,
  ...assemblyai,
  ...atlassian,
  ...auth0,
  ...aws,
  ...azure,
  ...beamer,
  ...binance,
  ...bitbucket,
  ...box,
  ...brevo,
  ...buildkite,
  ...cerebras,
  ...circleci,
  ...clerk,
  ...clickhouse,
  ...clickup,
  ...cloudflare,
  ...cloudinary,
  ...codecov,
  ...cohere,
  ...coinbase,
  ...confluent,
  ...contentful,
  ...cratesIo,
  ...databricks,
  ...datadog,
  ...dbt,
  ...deepgram,
  ...deepseek,
  ...definedNetworking,
  ...digitalocean,
  ...discord,
  ...docker,
  ...doppler,
  ...drone,
  ...dropbox,
  ...duffel,
  ...dynatrace,
  ...easypost,
  ...elastic,
  ...elevenlabs,
  ...fastly,
  ...figma,
  ...firecrawl,
  ...fireworks,
  ...flutterwave,
  ...flyIo,
  ...frameIo,
  ...freshdesk,
  ...fusionauth,
  ...gitea,
  ...github,
  ...gitlab,
  ...gocardless,
  ...googleCloud,
  ...grafana,
  ...groq,
  ...harness,
  ...heroku,
  ...hetzner,
  ...honeycomb,
  ...hubspot,
  ...huggingFace,
  ...ibmCloud,
  ...infisical,
  ...infracost,
  ...intercom,
  ...jfrog,
  ...jina,
  ...klaviyo,
  ...kubernetes,
  ...langsmith,
  ...launchdarkly,
  ...linear,
  ...linkedin,
  ...linode,
  ...lob,
  ...mailchimp,
  ...mailgun,
  ...mapbox,
  ...maxmind,
  ...messagebird,
  ...meta,
  ...microsoftTeams,
  ...mistral,
  ...mixpanel,
  ...monday,
  ...mongodb,
  ...neon,
  ...netlify,
  ...newRelic,
  ...ngrok,
  ...notion,
  ...npm,
  ...nuget,
  ...nvidia,
  ...octopusDeploy,
  ...okta,
  ...onepassword,
  ...onesignal,
  ...openai,
  ...openrouter,
  ...oracleCloud,
  ...ovhcloud,
  ...paddle,
  ...pagerduty,
  ...paypal,
  ...paystack,
  ...perplexity,
  ...pinecone,
  ...plaid,
  ...planetscale,
  ...posthog,
  ...postman,
  ...postmark,
  ...prefect,
  ...pulumi,
  ...pypi,
  ...railway,
  ...rancher,
  ...rapidapi,
  ...razorpay,
  ...readmeCom,
  ...render,
  ...replicate,
  ...resend,
  ...rollbar,
  ...rubygems,
  ...salesforce,
  ...sanity,
  ...scaleway,
  ...segment,
  ...sendgrid,
  ...sentry,
  ...shippo,
  ...shopify,
  ...slack,
  ...snowflake,
  ...snyk,
  ...sonarqube,
  ...sourcegraph,
  ...splunk,
  ...square,
  ...stripe,
  ...sumoLogic,
  ...supabase,
  ...tailscale,
  ...tavily,
  ...telegram,
  ...tencentCloud,
  ...terraform,
  ...together,
  ...travisCi,
  ...trello,
  ...twilio,
  ...typeform,
  ...vault,
  ...vercel,
  ...vonage,
  ...voyage,
  ...vultr,
  ...weightsAndBiases,
  ...workos,
  ...xTwitter,
  ...xai,
  ...yandex,
  ...zapier,
  ...zendesk,
  ...zoom,
  ...privateKeys,
  ...connectionUrls,
  ...urlTokens,
  ...configFiles,
  ...httpAuth,
  ...references,
  ...generic,
];
