/**
 * Events that somebody without rights can cause and that run with the repository's secrets and a token of its own:
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows. A fork's
 * `pull_request` is not one: its token only reads, and it gets no secrets.
 */
const OUTSIDER_EVENTS = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
]);

export function isOutsiderEvent(event: string): boolean {
  return OUTSIDER_EVENTS.has(event);
}
