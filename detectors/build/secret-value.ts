import { ENTITY } from './assignment.ts';

/**
 * In quotes, written as such or as entities of HTML, all up to the closing quote; in the query of a URL and in a form
 * (`"user=…&pass=…"`), all up to the next parameter; bare, all up to a blank or a sign that ends a value.
 */
export const VALUE = [
  '(?<=")[^\\s"\\\\]{4,256}(?=\\\\?")',
  "(?<=')[^\\s'\\\\]{4,256}(?=\\\\?')",
  '(?<=`)[^\\s`\\\\]{4,256}(?=\\\\?`)',
  '(?<=[?&][\\w.%-]{1,48}=)[^\\s"\'`&#<>(){}\\\\]{6,256}(?=[&#"\'`\\s]|$)',
  '(?<=["\'][\\w.%-]{1,48}=)[^\\s"\'`&#<>(){}\\\\]{6,256}(?=&[\\w.%-]{1,48}=)',
  `(?<=${ENTITY})[^\\s"'\`&<>\\\\]{4,256}(?=${ENTITY})`,
  '(?<!["\'`])[^\\s"\'`,;<>(){}\\[\\]\\\\]{4,256}',
].join('|');
