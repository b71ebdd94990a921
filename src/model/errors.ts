/** Exit codes of the command, as documented in docs/exit-codes.md. */
export const EXIT = {
  clean: 0,
  findings: 1,
  usage: 2,
  unread: 3,
  internal: 4,
  interrupted: 130,
} as const;

/** Every error a user can meet has one of these codes; docs/errors.md lists them. */
export type ErrorCode =
  | 'BITTING_E_USAGE'
  | 'BITTING_E_CONFIG_INVALID'
  | 'BITTING_E_DETECTORS_INVALID'
  | 'BITTING_E_BASELINE'
  | 'BITTING_E_IMPORT'
  | 'BITTING_E_TARGET_MISSING'
  | 'BITTING_E_GIT'
  | 'BITTING_E_DUMP_INVALID'
  | 'BITTING_E_REPORT_INVALID'
  | 'BITTING_E_OUTPUT'
  | 'BITTING_E_KEY_FILE'
  | 'BITTING_E_STORE'
  | 'BITTING_E_COLLECT';

/**
 * An error that a sentence explains: what is wrong, where, and how to mend it. Anything else that is thrown is a
 * defect of Bitting and ends with exit code 4.
 */
export class BittingError extends Error {
  override readonly name = 'BittingError';
  readonly code: ErrorCode;
  readonly exitCode: number;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly exitCode?: number; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.exitCode = options.exitCode ?? EXIT.usage;
  }
}

/** The message of whatever was thrown, on one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll(/\s+/g, ' ').trim();
}
