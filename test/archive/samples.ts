/** Lines that the samples below hold: see {@link sampleText}. */
const LINES = 120;

/** The text that all samples hold. */
export function sampleText(lines = LINES): string {
  let number = 12_345;
  let text = '';
  for (let line = 1; line <= lines; line++) {
    number = (Math.imul(number, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += `line ${line} of the sample says ${(number >> 16) % 100}\n`;
  }
  return text;
}

/** The text as bzip2 1.0.8, xz 5.4.1 and zstd compress it, so that tests do not need those programs. */
export const SAMPLES = {
  bzip2: sample(
    'QlpoOTFBWSZTWc9PpwkABLPZgAAQQAB/4CNnzCBAAlMEWxwRGgPaqNAAEAyNKVNMRgDPVSNTyp6TQAAUqp6k9TZqEaHo0nV5tHObwkCWp6br' +
      'esPkgSdgRMRei5KN2Q2hXakRMK92RmLImLIIsE1dLJLXogSudaz21x2zjG87xrXHj8i2ItiqEIAgJECREApAAEICAkQgAUIQRRBSIgoIUEAQ' +
      'KCoUgEKgKQqczjv5d+NY56c45znvnGtdSSfMRoJtg3EakYU7BGoXtBZsaHyy1YgBO0GTBtYNV4pyb2so1F4p3MjcraYczMzu/qzM7vpXlbdY' +
      '0Sqvj3ioQztGapBVAjdzszvG9+m+uuubpJS2hCBQhnrrdGlOLuXGCdaRVgHpGDQYulWTTSsJD1QCZmcT1rZKKja2jnKe7odmbETOq67MOds9' +
      'nLud2e8fhUcaybC3p1Li7uy7DIzJuDfYltJcHZ22zrSa45bDbJBW4u7nZnVmctsaa46OemfnbTXXXltnKXcKtxV+Cr+FXkVcCrAq4FW4q8ir' +
      '0KsirgVexVgSnwKv8XckU4UJDPT6cJA=',
  ),
  xzCrc32: sample(
    '/Td6WFoAAAFpIt42AgAhARYAAAB0L+Wj4A4WAcJdADYaSh8IoCuxbQad+LKlrLJNQFfd/rms4DPrZPzvYqP9Qh89Q/XP571CAXB+OU82kV1y' +
      'iNlR5cw3FV+Z499Cyz7VhGse3j/wSTzSZARQXPQN5s+P0lLT6kZL2geMZNEmfUEDSa8SDmZVSjnFdNpTzroKHzjoaWiLKTIwsdIQaqEVPeNR' +
      'Xk/fBrcJfiBFot4Wodz3J/94g9kvBZ9gyTuXLY15GWOQ1jFM7gzQz3x9qZAxKBUR3HjK1o1GoIprg60TYhq0wcpsyIG1FnY26UbdAi01jKoX' +
      'mM4Ygs4tqSR6nYEt75DMhsUQEhhtZMHnYg7MKuF7by/jXD04301hg0dSg3aM3SkGxTMKl0UQ91I+X49Ul85aw8EDWBFWewwVCFoM6CJojMWo' +
      '8zKEnJmdMwyP8L0h3PbkBRARbT9TaOujFaHFFUGEkKEdZLt5ZGXYY8a4fY8LK/QRX60NbCjo0e582VcaLpjij3hLiRJb6MV1rZ0lcX0vsWkY' +
      'xfi/mZTDjy+wNhZPxp8/mFyD0u4VrPxN3u3enc9vZi4eGwOxa4gwMKcTR9sCJdC8v/19fFjPKRKO0ItzmxK7TiTNB0/wDITR2CRcoAAAAPaS' +
      'E0sAAdoDlxwAAE0S+wI+MA2LAgAAAAABWVo=',
  ),
  xzCrc64: sample(
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4A4WAcJdADYaSh8IoCuxbQad+LKlrLJNQFfd/rms4DPrZPzvYqP9Qh89Q/XP571CAXB+OU82kV1y' +
      'iNlR5cw3FV+Z499Cyz7VhGse3j/wSTzSZARQXPQN5s+P0lLT6kZL2geMZNEmfUEDSa8SDmZVSjnFdNpTzroKHzjoaWiLKTIwsdIQaqEVPeNR' +
      'Xk/fBrcJfiBFot4Wodz3J/94g9kvBZ9gyTuXLY15GWOQ1jFM7gzQz3x9qZAxKBUR3HjK1o1GoIprg60TYhq0wcpsyIG1FnY26UbdAi01jKoX' +
      'mM4Ygs4tqSR6nYEt75DMhsUQEhhtZMHnYg7MKuF7by/jXD04301hg0dSg3aM3SkGxTMKl0UQ91I+X49Ul85aw8EDWBFWewwVCFoM6CJojMWo' +
      '8zKEnJmdMwyP8L0h3PbkBRARbT9TaOujFaHFFUGEkKEdZLt5ZGXYY8a4fY8LK/QRX60NbCjo0e582VcaLpjij3hLiRJb6MV1rZ0lcX0vsWkY' +
      'xfi/mZTDjy+wNhZPxp8/mFyD0u4VrPxN3u3enc9vZi4eGwOxa4gwMKcTR9sCJdC8v/19fFjPKRKO0ItzmxK7TiTNB0/wDITR2CRcoAAAANJJ' +
      'CW/ryiCVAAHeA5ccAABbUGqZscRn+wIAAAAABFla',
  ),
  xzSha256: sample(
    '/Td6WFoAAArh+wyhAgAhARwAAAAQz1jM4A4WAcJdADYaSh8IoCuxbQad+LKlrLJNQFfd/rms4DPrZPzvYqP9Qh89Q/XP571CAXB+OU82kV1y' +
      'iNlR5cw3FV+Z499Cyz7VhGse3j/wSTzSZARQXPQN5s+P0lLT6kZL2geMZNEmfUEDSa8SDmZVSjnFdNpTzroKHzjoaWiLKTIwsdIQaqEVPeNR' +
      'Xk/fBrcJfiBFot4Wodz3J/94g9kvBZ9gyTuXLY15GWOQ1jFM7gzQz3x9qZAxKBUR3HjK1o1GoIprg60TYhq0wcpsyIG1FnY26UbdAi01jKoX' +
      'mM4Ygs4tqSR6nYEt75DMhsUQEhhtZMHnYg7MKuF7by/jXD04301hg0dSg3aM3SkGxTMKl0UQ91I+X49Ul85aw8EDWBFWewwVCFoM6CJojMWo' +
      '8zKEnJmdMwyP8L0h3PbkBRARbT9TaOujFaHFFUGEkKEdZLt5ZGXYY8a4fY8LK/QRX60NbCjo0e582VcaLpjij3hLiRJb6MV1rZ0lcX0vsWkY' +
      'xfi/mZTDjy+wNhZPxp8/mFyD0u4VrPxN3u3enc9vZi4eGwOxa4gwMKcTR9sCJdC8v/19fFjPKRKO0ItzmxK7TiTNB0/wDITR2CRcoAAAALMu' +
      'KTOFD2y3Z30fA6WMOG5QzBdZpKXtRpRbh4J80NyXAAH2A5ccAAAA15VytunfHAIAAAAAClla',
  ),
  xzBlocks: sample(
    '/Td6WFoAAATm1rRGAgAhAQAAAAA3J5fW4AXbAPc/ADYaSjS3tZ62lYiMFzU3HD6vwW+aA31c1VrZ/ATCiDsSpjEbW2tlyG3Zgk+drJYywM4l' +
      'hfTnqpwAuFDhZs8tuDh8RkZYV51O0aateXvgCy+SKkvFAQYr642eAmY1j6cuwA4fJx5UorPRSpGq0hOFxSwCMTYOC+X0o9GXnYdunOXDJZuU' +
      'PJl9OLImvQjtyakS5LTa3HyqIBbLq08QtwHL3j8mssYC7T91uP1YeL1JK9rN9/Eqgp6cB9OHIRCrns9aQlJTomKSi4gvmsuuhvekCcK1FOkV' +
      'HRQwt8dcN08FJusdbsNQR9JR1VDj3xWKF8jl5rSDrK2CsQAAAHEdoSQ3g3zsAgAhAQAAAAA3J5fW4AXbAPg/ADMICvrtPzlLbBmH49qeXuxv' +
      'zUtCrkD7FmbBd8UXP0Og/hqbUQAvdirB6nCXS9Zb1tAxO1c8Kvl6/zP/3t7efClCr+cdiYGsshB4QKVj/DjuEkanEHB7Jl6wMkmWAkHwAie9' +
      'uHjwRqF4FMz8Spjtc8H4Q6fVAXmPctjY/XgEIs3U/MBYSgX7eue6CevYoVgRFr35KEvQFZiKXD9Z5+Ez3Q27KY2qMnAEDrtEvc/pgn4xmar+' +
      'VEhsLwFoRQHty3msdBQEWSOjeARuO6nZPc7aBy+U/SOEFkvZHUCmMsITHDxP4+Cu6/0UcAnW/2pInd/nI7VmsB8lrOiPALh8vV8pqgE/AgAh' +
      'AQAAAAA3J5fW4AJeAH8/ABAdCW63wInyz7v5ARK6yAEBMTlVg+RPKIt/tdV3M921u4Ghauz7CUjB4uZ8Wc4di5OJPzPlZrdFJRPuT7f16Uu2' +
      '16v9M5dVzAkRkcgpiG2OD/Xr/nA1/T0l70GxrVc+QG4w3iCFhIjL9jkgiMC4+U61JuRrqOCtMdDzCSuQMAAAAGlBY2ckBnXJAAOTAtwLlALc' +
      'C5sB3wQAAIRkUfisJz4tBAAAAAAEWVo=',
  ),
  xzBranches: sample(
    '/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4A4WAcJdADYaSh8IoCuxbQad+LKlrLJNQFfd/rms4DPrZPzvYqP9Qh89Q/XP571CAXB+OU82kV1y' +
      'iNlR5cw3FV+Z499Cyz7VhGse3j/wSTzSZARQXPQN5s+P0lLT6kZL2geMZNEmfUEDSa8SDmZVSjnFdNpTzroKHzjoaWiLKTIwsdIQaqEVPeNR' +
      'Xk/fBrcJfiBFot4Wodz3J/94g9kvBZ9gyTuXLY15GWOQ1jFM7gzQz3x9qZAxKBUR3HjK1o1GoIprg60TYhq0wcpsyIG1FnY26UbdAi01jKoX' +
      'mM4Ygs4tqSR6nYEt75DMhsUQEhhtZMHnYg7MKuF7by/jXD04301hg0dSg3aM3SkGxTMKl0UQ91I+X49Ul85aw8EDWBFWewwVCFoM6CJojMWo' +
      '8zKEnJmdMwyP8L0h3PbkBRARbT9TaOujFaHFFUGEkKEdZLt5ZGXYY8a4fY8LK/QRX60NbCjo0e582VcaLpjij3hLiRJb6MV1rZ0lcX0vsWkY' +
      'xfi/mZTDjy+wNhZPxp8/mFyD0u4VrPxN3u3enc9vZi4eGwOxa4gwMKcTR9sCJdC8v/19fFjPKRKO0ItzmxK7TiTNB0/wDITR2CRcoAAAANJJ' +
      'CW/ryiCVAAHeA5ccAABbUGqZscRn+wIAAAAABFla',
  ),
  zstdChecked: sample(
    'KLUv/QRo3QsANhk3FbBpOT8iWZiSKEk5KcmUpJRSL5mLATcALQAsAH1n9rQaVvb1Ietlnim3LJbJnFOEW2Oxi3hUpJbQp9pYANzDQoOBwkHA' +
      'wkGAgOEwkHDYQQChwCDdY2xWvGVeiJ0poU2CM5ebK1nrFBNpZkS+V1D7sUdKXBqO1JqgDI0Ws57IsgpDFqnZcfK+w7X1pk/s1EVmnfDlrfcq' +
      'aQ2D5JpPyjmqeCpbKqQ8a2g4F+o4EQCeg6yHzVtt043cSdvsPYzmsP2wPXaIfQ6xokOMsR5ih5jEFiMeYpeXDtddKpZoC4DnqBGw5TTsZ6AV' +
      'FBQyHBEgCIYWfr+eASNztvleJJVeJ++W6cw+vDjsZh/TZanmQjugpqdAs3XPEuXr47aZ2SdsKBU9VV+A6Yj1o1/Z1Wcx64c/s6vPaNoXPnJD' +
      '1bmbRPrg7ShnRj1owZvY0rkdxOcK1YMfmZVnsM6FPrGpy2DSB29iS49hVA9+ZFZ+ChaNQYfSlEPAUQDaqhZgqwKUTtA=',
  ),
} as const;

function sample(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
