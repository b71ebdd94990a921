interface OtherKind {
  /** What the value is instead, as it follows "the value is". */
  readonly is: string;
  readonly pattern: RegExp;
}

/** Values of a well-known other kind, which are no credential whatever name they have. */
const OTHER_KINDS: readonly OtherKind[] = [
  {
    is: 'code: a call or an index',
    pattern: /^[\w$]+(?:\.[\w$]+)*[([].*[)\]]$|\w\(\)\./,
  },
  {
    is: 'code: a member or an operator',
    pattern:
      /^(?:self|this|ctx|req|res|request|config|settings|options|opts|props|params|args|argv|cfg|conf)[.[]|->|::|=>|&&|\|\||\?\.|^[A-Za-z_$]\w{0,31}\.[A-Za-z_$]\w{0,31}\.[A-Za-z_$]\w{0,31}$/,
  },
  { is: 'a regular expression', pattern: /\[\^?(?:[A-Za-z0-9]-[A-Za-z0-9]|\\[wds])[^\]]*\][+*?{)]/ },
  { is: 'a path', pattern: /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)/ },
  { is: 'an address of mail', pattern: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/ },
  { is: 'a media type', pattern: /^[a-z]+\/[a-z0-9.+-]+$/ },
  { is: 'a selector of style sheets', pattern: /^[.#][a-z][\w-]*$/ },
  {
    is: 'a version or a range of versions',
    pattern: /^(?:[a-z]+:)?[\^~<>=v]{0,2}\d+\.[\dx*][\w.+-]*(?:\|[\^~<>=v]{0,2}\d[\w.+*-]*)*$/,
  },
  {
    is: 'an address of the Internet Protocol',
    pattern: /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?$|^(?=.*::|(?:[^:]*:){7})[0-9A-Fa-f:]{3,39}$/,
  },
  // RFC 4514
  {
    is: 'the name of an entry in a directory',
    pattern: /^(?:cn|ou|uid|dc|o)=[^,=]{1,64}(?:,[ ]?(?:cn|ou|uid|dc|o|l|st|c)=[^,=]{1,64}){1,9},?$/i,
  },
  { is: 'a regular expression', pattern: /^\^.*(?:[\])}.]|\\[dws])[*+?{].*\$$|^\^[^$]*[\])}]\$$/ },
  // A hash or an object by Marshal, as sessions of Rails were: https://docs.ruby-lang.org/en/master/marshal_rdoc.html
  { is: 'data that Ruby wrote', pattern: /^BAh[7Jb]/ },
  { is: 'a date', pattern: /^\d{4}-\d{2}-\d{2}/ },
  // `yyyy-MM-dd'T'HH:mm:ss`, `YYYYMMDDhhmmss`.
  { is: 'how a date is written', pattern: /^(?=.*(?:yy|YY))(?:([yYMdDHhmsS])\1{0,3}|[-_/:. TZ']){3,}$/ },
  {
    is: 'the name of a file',
    pattern:
      /\.(?:json|ya?ml|xml|txt|pem|crt|cer|key|pub|js|ts|py|rb|go|java|php|html?|css|md|png|jpe?g|svg|conf|cfg|ini|env|log|gz|zip|jar|p12|pfx|jks|sh|creds|nk)$/i,
  },
  {
    is: 'a public key or a certificate',
    pattern: /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-|AAAA[BCE]3Nza|-----BEGIN|MII[BC]I[jD]AN|LS0tLS1CRUdJTi)/,
  },
  // `Ed`, the id of the key and its 32 bytes: https://jedisct1.github.io/minisign/
  { is: 'a public key of Minisign', pattern: /^RW[Q-T][A-Za-z0-9+/]{53}$/ },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
  {
    is: 'the scope of a signature of AWS, which names a key',
    pattern: /^\w{16,128}(?:%2F|\/)\d{8}(?:(?:%2F|\/)[a-z0-9-]{2,24}){2}(?:%2F|\/)aws4_request$/i,
  },
  { is: 'several parameters of a query', pattern: /^[^&=]{0,64}&(?:amp;)?[\w.-]{1,32}=/ },
  { is: 'characters that are no letters, written with percent signs', pattern: /^(?:%[89A-Fa-f][0-9A-Fa-f])+$/ },
  {
    is: 'encrypted or hashed already',
    pattern:
      /^(?:ENC\(|ENC\[|\{(?:CRYPT|bcrypt|scrypt|argon2|pbkdf2|MD[45]|SS?HA|sha)|encrypted[$:]|\{cipher\}|\$?2[abxy]\$\d\d\$|\$argon2|\$pbkdf2|\$(?:[1567y]|gy|sha1|md5|scrypt)\$|pbkdf2_|sha\d{1,3}[-:$]|md5:|vault:v\d)|^\{[^{}]{1,64}\}[0-9a-f]{32,128}$|^[\w.@-]{1,64}:(?:\{SS?HA\}|\$(?:apr1|2[aby]|[156y])\$)/,
  },
  // Two bytes say how long the key is that RSA encrypted: 512 bytes.
  { is: 'a sealed secret of Kubernetes', pattern: /^Ag[A-D][A-Za-z0-9+/]{100,}={0,2}$/ },
  // `{"alg":"HS256","typ":"JWT"}`
  { is: 'the head of a JSON Web Token', pattern: /^eyJ(?:hbGciOi|0eXAiOi)[\w-]{4,32}={0,2}$/ },
  // Nobody accepts one.
  { is: 'a JSON Web Token without a signature', pattern: /^eyJ[\w-]{8,}\.eyJ[\w-]*\.?$/ },
  // Google Analytics and Tag Manager.
  {
    is: 'an id that web pages show to everyone',
    pattern: /^(?:UA-\d{4,10}-\d{1,4}|GTM-[A-Z0-9]{5,8}|G-[A-Z0-9]{10})$/,
  },
  {
    is: 'markup, a template or a format',
    pattern: /^[<>{}[\]()*&|!?;,.:=+\\/-]+$|<\/|\/>|%[sdv]|\{\d*\}|\\[xu][0-9a-f]{2}|\\\\/,
  },
  // `@Value`, `@scope/name`, `@parameter`, `@file.json`.
  {
    is: 'an annotation, a scope, a parameter or a file',
    pattern: /^@(?:[A-Za-z_]+$|[a-z][\w.-]*\/|\.{0,2}\/|[\w-]+\.[a-z]{2,5}$)/,
  },
  // The quote before it closed a string and opened none.
  { is: 'the end of a call and what follows it', pattern: /^[)\]}]+[,;.:)\]}]|^[,;][A-Za-z_$.[({]/ },
  { is: 'a count or a code', pattern: /^(?:\d{1,5}|0x[0-9A-Fa-f]{1,8}|-\d+)$/ },
  {
    is: 'a type, or a word for nothing',
    pattern:
      /^(?:string|str|text|bytes?|int(?:eger)?|number|bool(?:ean)?|true|false|null|nil|none|undefined|object|array|function|default|optional|required|empty|unset|disabled|enabled|auto|never|always|ignore|keyring|prompt|(?:not|un)[-_ ]?(?:set|used|defined|known)|n\/a)$/i,
  },
];

/** What a value is when it is of a well-known other kind. */
export function otherKind(value: string): string | undefined {
  return OTHER_KINDS.find(({ pattern }) => pattern.test(value))?.is;
}
