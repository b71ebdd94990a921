import type { Check } from '../check.ts';
import { secretExposed } from './secret-exposed.ts';
import { secretReused } from './secret-reused.ts';

export const secretChecks: readonly Check[] = [secretExposed, secretReused];
