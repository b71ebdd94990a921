import type { Collections } from '../../../src/model/collection.ts';
import type { LongReport } from '../../../src/model/report.ts';
import { surveyFindings, type FindingSurvey } from '../../survey-findings.ts';
import { surveyCredentials, type CredentialSurvey } from '../survey-credentials.ts';
import { surveyOverlaps, type OverlapSurvey } from '../survey-overlaps.ts';
import { namesOf, type Names } from './names.ts';

/** What the sections of a page are made of. */
export interface Page {
  readonly report: LongReport;
  readonly names: Names;
  readonly findings: FindingSurvey;
  readonly credentials: CredentialSurvey;
  readonly overlaps: OverlapSurvey;
}

/** Gathers it: goes once through each list that may be long. */
export function pageOf(report: LongReport, collections: Collections): Page {
  const surveys = {
    findings: surveyFindings(report, collections),
    credentials: surveyCredentials(report.credentials, collections),
    overlaps: surveyOverlaps(report.overlaps),
  };
  return { report, names: namesOf(report, surveys), ...surveys };
}
