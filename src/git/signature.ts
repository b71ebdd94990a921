/**
 * Author and date of a commit or tag, from the header line `author Name <e-mail> seconds zone` (`tagger` for a tag);
 * see git-hash-object and gitformat-signature. Empty when there is none.
 */
export function readSignature(object: Uint8Array): { readonly author?: string; readonly date?: string } {
  const text = new TextDecoder().decode(object);
  const blank = text.indexOf('\n\n');
  const header = blank < 0 ? text : text.slice(0, blank);
  const found = /^(?:author|tagger) ([^\n]*>) (\d{1,12}) ([+-])(\d{2})(\d{2})$/m.exec(header);
  if (found === null) return {};
  const [, author = '', seconds = '', sign, hours = '', minutes = ''] = found;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const local = new Date((Number(seconds) + offset * 60) * 1000);
  if (Number.isNaN(local.getTime())) return { author };
  return { author, date: `${local.toISOString().slice(0, 19)}${sign}${hours}:${minutes}` };
}
