import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const phpmailer: readonly Detector[] = [
  {
    id: 'phpmailer-password',
    title: 'Mail password in a PHPMailer script',
    provider: 'PHPMailer',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['->Password'],
      pattern: /\$\w{0,20}[mM]ail\w{0,16}->Password\s{0,8}=\s{0,8}(?<quote>["'])(?<secret>[^"'\s$]{6,100})\k<quote>/,
      lookBehind: 48,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate: 'Change the password (or app password) of the mail account and read it from the environment in the script.',
    docs: 'https://github.com/PHPMailer/PHPMailer#a-simple-example',
    examples: {
      match: (make) => [exampleLine("$mail->Password = '", make(make.base62, 16), "';")],
      noMatch: () => [
        "$mail->Password = 'yourpassword';",
        "$mail->Password = $_ENV['SMTP_PASSWORD'];",
        "$mail->Password = 'secret';",
      ],
    },
  },
];
