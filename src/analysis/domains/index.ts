import type { Check } from '../check.ts';
import { contractEnded } from './contract-ended.ts';
import { domainNoOwner } from './domain-no-owner.ts';

export const domainChecks: readonly Check[] = [domainNoOwner, contractEnded];
