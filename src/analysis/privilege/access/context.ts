import { lacksKey } from './actions.ts';
import type { Context } from './known.ts';
import { ABSENT, PRESENT } from './known.ts';
import type { Requester } from './requester.ts';

/** Values of keys, in lower case. No values: the request does not have the key. */
type KnownKeys = Readonly<Record<string, readonly string[]>>;

export interface RequestContextInput {
  readonly requester: Requester;
  readonly resource: string;
  /** Account that owns the resource, where it is known. */
  readonly resourceAccount: string | undefined;
  /** Organisation of that account, where it is known. */
  readonly resourceOrganisation: string | undefined;
  /** Where that account stands in the organisation, where it is known. */
  readonly resourceOrganisationPath: string | undefined;
  /** Tags of the resource by key in lower case, where they are known. */
  readonly resourceTags: ReadonlyMap<string, readonly string[]> | undefined;
  readonly service: string;
  /** In lower case. */
  readonly action: string;
  readonly given: KnownKeys | undefined;
  /** Whether the request has no keys but those that are given and those that follow from it. */
  readonly complete: boolean;
  readonly now: Date | undefined;
}

const NOTHING: readonly string[] = [];
/** What is said of an answer for which this was taken for granted. */
const TLS: readonly string[] = [
  'The request is made over TLS, as the SDKs, the command line and the console make it (aws:SecureTransport is true).',
];

const TRUE: readonly string[] = ['true'];
const FALSE: readonly string[] = ['false'];

/** Services with one endpoint, in us-east-1, whose requests are all made in that region. */
const IN_US_EAST_1: ReadonlySet<string> = new Set(['iam', 'cloudfront', 'route53', 'support', 'organizations']);

/**
 * The context of one request: what the asker says, then what follows from who asks and for what.
 *
 * Which keys a request has: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export class RequestContext implements Context {
  readonly #of: RequestContextInput;
  #assumed = NOTHING;

  constructor(of: RequestContextInput) {
    this.#of = of;
  }

  get(key: string): readonly string[] | undefined {
    const { given, requester } = this.#of;
    if (given !== undefined && Object.hasOwn(given, key)) return given[key]?.length === 0 ? ABSENT : given[key];
    const known = requester.keys.get(key) ?? this.#ofRequest(key) ?? requester.keyOf(key) ?? this.#unlessLacking(key);
    return known === undefined && this.#of.complete ? ABSENT : known;
  }

  /** What was taken for granted when keys were asked for. */
  get assumed(): readonly string[] {
    return this.#assumed;
  }

  #ofRequest(key: string): readonly string[] | undefined {
    const { resourceAccount, resourceOrganisation, resourceOrganisationPath, resourceTags, now } = this.#of;
    switch (key) {
      case 'aws:resourceaccount':
      case 's3:resourceaccount':
        return resourceAccount === undefined ? undefined : [resourceAccount];
      case 'aws:resourceorgid':
        return resourceOrganisation === undefined ? undefined : [resourceOrganisation];
      case 'aws:resourceorgpaths':
        return resourceOrganisationPath === undefined ? undefined : [resourceOrganisationPath];
      case 'aws:requestedregion':
        return this.#region();
      case 'aws:currenttime':
        return now === undefined ? PRESENT : [now.toISOString()];
      case 'aws:epochtime':
        return now === undefined ? PRESENT : [String(Math.floor(now.getTime() / 1000))];
      case 'aws:securetransport':
        this.#assumed = TLS;
        return TRUE;
      case 'aws:viaawsservice':
        return this.#of.complete ? FALSE : PRESENT;
      case 's3:tlsversion':
        return this.#of.service === 's3' ? PRESENT : undefined;
      default:
    }
    if (resourceTags === undefined) return undefined;
    const [, tag] = /^(?:aws|iam):resourcetag\/(.*)$/s.exec(key) ?? [];
    return tag === undefined ? undefined : (resourceTags.get(tag) ?? ABSENT);
  }

  #unlessLacking(key: string): readonly string[] | undefined {
    return lacksKey(this.#of.action, key) ? ABSENT : undefined;
  }

  #region(): readonly string[] | undefined {
    const { service, resource } = this.#of;
    const [, partition, , region = ''] = resource.split(':', 4);
    if (IN_US_EAST_1.has(service) && (partition === undefined || partition === 'aws')) return ['us-east-1'];
    return /^[a-z]{2}(-[a-z]+)+-\d$/.test(region) ? [region] : undefined;
  }
}
