/** What the bytes of a key turned out to be. */
export type KeyForm =
  /** A public key, a certificate or a request for one: there is no secret in it. */
  | { readonly part: 'public' }
  | {
      readonly part: 'private';
      /** Such as `RSA 2048` or `Ed25519`; absent where it cannot be seen. */
      readonly algorithm?: string;
      /** How it is locked under a passphrase; absent where it is not. */
      readonly encrypted?: string;
      /** Without a password, or with which of those that everybody knows, it opens all the same. */
      readonly opens?: string;
      /** Fingerprint of its public half as SSH has it, where the format shows that half in the clear. */
      readonly fingerprint?: string;
      /** Known, word by word, to be of no use alone, such as a key that stays on a hardware token. */
      readonly note?: string;
    };

export const PUBLIC_PART: KeyForm = { part: 'public' };
