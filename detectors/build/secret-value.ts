/**
 * In quotes, written as such or as entities of HTML, all up to the closing quote; in the query of a URL, all up
 * to the next parameter; bare, all up to a blank
 * or a sign that ends a value.
 */
export const VALUE = [
  '(?<=["\'`])[^\\s"\'`\\\\]{4,256}(?=\\\\?["\'`])',
  '(?<=[?&][\\w.%-]{1,48}=)[^\\s"\'`&#<>(){}\\\\]{6,256}(?=[&#"\'`\\s]|$)',
  '(?<=&(?:quot|apos|#3[49]|#x2[27]);)[^\\s"\'`&<>\\\\]{4,256}(?=&(?:quot|apos|#3[49]|#x2[27]);)',
  '(?<!["\'`])[^\\s"\'`,;<>(){}\\[\\]\\\\]{4,256}',
].join('|');
