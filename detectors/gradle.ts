import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

/** Groovy calls without parentheses or equals sign, as build scripts give credentials and the keys of Android apps. */
export const gradle: readonly Detector[] = [
  {
    id: 'gradle-password',
    title: 'Password in a Gradle build script',
    provider: 'Gradle',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['password ', 'Password '],
      lookBehind: 5,
      // `android` is the password of the debug key that everybody has.
      pattern:
        /(?<!\w)(?:password|storePassword|keyPassword)[ \t]{1,4}["'](?!(?:password|android|secret|changeit|test)["'])(?<secret>[^"'\s${}<>]{4,128})["']/,
      proof: 'context',
      paths: /\.gradle$/,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2 }],
    rotate:
      'Change the password where it is used (repository, key store) and read it from ~/.gradle/gradle.properties or the environment.',
    docs: 'https://docs.gradle.org/current/userguide/supported_repository_types.html#sec:handling_credentials',
    examples: {
      match: (make) => [
        { ...exampleLine('    password "', make(make.base62, 16), '"'), path: 'build.gradle' },
        { ...exampleLine("  storePassword '", make(make.base62, 12), "'"), path: 'app/build.gradle' },
      ],
      noMatch: (make) => [
        { text: '  password "$nexusPassword"', path: 'build.gradle' },
        { text: "  storePassword 'android'", path: 'app/build.gradle' },
        { text: '  password "xxxxxxxxxx"', path: 'build.gradle' },
        `  password "${make(make.base62, 16)}"`,
      ],
    },
  },
];
