import type { Place } from './place.ts';

/** Whether something may be done: yes, no, or it depends on what is not known, such as where a call comes from. */
export type Verdict = 'yes' | 'no' | 'depends';

export interface AccessRequest {
  /** Id of the identity that acts, such as an ARN. */
  readonly principal: string;
  /** Such as `iam:PassRole`. */
  readonly action: string;
  /** ARN of what is acted on; `*` where the action takes no resource. */
  readonly resource: string;
  /** Condition keys, in lower case, with the values they have. What is not among them is not known. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** What kind of policy a reason comes from. */
export type PolicyKind =
  | 'identity'
  | 'group'
  | 'boundary'
  | 'scp'
  | 'rcp'
  | 'resource'
  | 'trust'
  | 'session'
  | 'grant'
  | 'endpoint'
  | 'acl';

/** A statement that decided, or helped to. */
export interface AccessReason {
  readonly kind: PolicyKind;
  readonly effect: 'Allow' | 'Deny';
  /** Name of the policy it stands in. */
  readonly policy: string;
  readonly policyArn?: string;
  readonly group?: string;
  readonly sid?: string;
  /** One sentence: what it allows or denies, and under which conditions. */
  readonly says: string;
  /** Conditions that could not be decided, such as `aws:MultiFactorAuthPresent`; empty where all hold. */
  readonly depends: readonly string[];
  readonly place: Place;
}

export interface AccessDecision {
  readonly verdict: Verdict;
  /** In the order in which they decide: what denies first, then what limits, then what allows. */
  readonly reasons: readonly AccessReason[];
  /** The rule that was applied, in one sentence, with the page it comes from. */
  readonly rule: string;
  readonly docs: string;
  /** What was taken for granted though nothing that was read says so, each a sentence; absent where nothing was. */
  readonly assumed?: readonly string[];
}

/**
 * How sure a step is: `certain`; `existing-resource` when something must exist that the facts do not show, such as a
 * function that runs under the role; `condition` when a condition could not be decided.
 */
export type Certainty = 'certain' | 'existing-resource' | 'condition';

/** One step from an identity to more rights. */
export interface PathStep {
  readonly from: string;
  /** Id of the identity or resource that is reached; the same as `from` where it raises its own rights. */
  readonly to: string;
  /** Id in the catalogue of escalations. */
  readonly technique: string;
  /** One sentence in plain words. */
  readonly says: string;
  readonly certainty: Certainty;
  /** What has to exist or hold, where the step is not certain. */
  readonly needs?: string;
  /** The statements that allow it. */
  readonly reasons: readonly AccessReason[];
}

/** The shortest way of an identity to administrator, or to something that the configuration calls critical. */
export interface PrivilegePath {
  readonly id: string;
  readonly principal: string;
  /** `administrator`, or the id of what is critical. */
  readonly target: string;
  readonly steps: readonly PathStep[];
  /** That of its weakest step. */
  readonly certainty: Certainty;
  /** The smallest change that cuts it, in one sentence. */
  readonly cut: string;
  /** What to write for that, with policy text between lines of three backticks; absent where it is not one statement's. */
  readonly mended?: string;
}
