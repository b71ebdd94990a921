import type { Place } from './place.ts';

/** What a credential is, in the field's terms. */
export type CredentialKind =
  | 'access-key'
  | 'api-key'
  | 'access-token'
  | 'refresh-token'
  | 'client-secret'
  | 'password'
  | 'connection-string'
  | 'private-key'
  | 'certificate'
  | 'key-file'
  | 'webhook'
  | 'signing-key'
  | 'encryption-key'
  | 'jwt'
  | 'other';

/**
 * How sure it is that the value is a credential, strongest first: an offline checksum matched; the value parsed as its
 * format (PEM, JWT, key file); a distinctive literal stands in it; its name and shape suggest it.
 */
export type Proof = 'checksum' | 'structure' | 'format' | 'context';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

export type Confidence = 'high' | 'medium' | 'low';

/** A secret or key: one row however many places it stands in. Never holds the value. */
export interface Credential {
  /** Keyed fingerprint of the value, or of the key id where only the id is known. Stable across runs with one key. */
  readonly id: string;
  /** Id of the detector that judged it best, or of the connector that reported it, such as `aws-iam`. */
  readonly detector: string;
  /** What it is in words, such as `GitHub personal access token (classic)`. */
  readonly title: string;
  readonly provider: string;
  readonly kind: CredentialKind;
  readonly severity: Severity;
  /** Masked: the format's public prefix and at most the last four characters of a long value. */
  readonly preview: string;
  /** Public identifier, such as an AWS access key id; never secret by itself. */
  readonly keyId?: string;
  /** Account read from the value offline, such as the AWS account in a key id. */
  readonly account?: string;
  /** Id of the {@link Identity} it authenticates, where known. */
  readonly identity?: string;
  /** How the identity was told, as in "known by its key id"; absent where the provider itself lists the key. */
  readonly identityBy?: string;
  /**
   * `unmanaged`: the value stands in the open. `managed`: a store or provider lists it and no place outside was seen.
   */
  readonly state: 'unmanaged' | 'managed';
  readonly proof: Proof;
  /** How sure the detector is; the best of its places. */
  readonly confidence: Confidence;
  /** What the value says about itself offline: issuer, audience, host, user. Never secret parts. */
  readonly facts: Readonly<Record<string, string>>;
  /** For a provider's record of the key: whether it still works. */
  readonly status?: 'active' | 'inactive';
  readonly created?: string;
  readonly lastUsed?: string;
  readonly expires?: string;
  readonly places: readonly Place[];
  /** Domains of its places, sorted; empty when none is decided. */
  readonly domains: readonly string[];
  /** How to rotate or revoke it. */
  readonly rotate?: string;
}
