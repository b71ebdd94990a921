import { basename } from 'node:path/posix';

export type CiFormat = 'github-workflow' | 'github-action' | 'gitlab';

const YAML = /\.ya?ml$/i;
const WORKFLOW = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i;
const ACTION = /(?:^|\/)action\.ya?ml$/i;
const GITLAB_FOLDER = /(?:^|\/)\.gitlab\//;
/** Files of `.gitlab/` with other purposes: https://docs.gitlab.com/user/project/repository/files/ */
const GITLAB_OTHER =
  /(?:^|\/)\.gitlab\/(?:agents|dashboards|duo|issue_templates|merge_request_templates|(?:changelog_config|insights|route-map|sast-ruleset|secret-detection-ruleset)\.ya?ml$)/;

/** Format that a file has by its path, relative to its source with `/` between folders; undefined for no CI file. */
export function ciFormat(path: string): CiFormat | undefined {
  if (!YAML.test(path)) return undefined;
  if (WORKFLOW.test(path)) return 'github-workflow';
  if (ACTION.test(path)) return 'github-action';
  if (/\.gitlab-ci\.ya?ml$/i.test(basename(path))) return 'gitlab';
  return GITLAB_FOLDER.test(path) && !GITLAB_OTHER.test(path) ? 'gitlab' : undefined;
}
