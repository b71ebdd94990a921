import { CONTAINERS } from './containers.ts';
import { DATA } from './data.ts';
import { DELIVERY } from './delivery.ts';
import { FUNCTIONS } from './functions.ts';
import { HOSTS } from './hosts.ts';
import { IAM } from './iam.ts';
import { ORCHESTRATION } from './orchestration.ts';
import { TAGS } from './tags.ts';
import type { Technique } from './technique.ts';

/** Every technique, those that take least first: of two ways that are equally short, the first is told. */
export const TECHNIQUES: readonly Technique[] = [
  ...IAM,
  ...FUNCTIONS,
  ...HOSTS,
  ...CONTAINERS,
  ...DELIVERY,
  ...DATA,
  ...ORCHESTRATION,
  ...TAGS,
];
