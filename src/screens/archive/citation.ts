import type { ArchivedVersion } from '../../article/answers.ts';
import type { Texts } from '../shared/texts.ts';

/**
 * A reference to an archived version, as it is put under a text: title, publisher, date, address, and which version of it
 * stood in which archive. What is not known is left out.
 */
export function citationOf(version: ArchivedVersion, texts: Texts): string {
  const { title, publisher, date, link, bundle } = version;
  const isClosed = /[.!?…]["'’”»)]*$/.test(title);
  const whereAndWhen = [publisher, date === null ? null : texts.day(date)].filter(Boolean).join(', ');
  const where = { archive: bundle, version: version.id };
  const archived =
    date === null ? texts.text('citedUndated', where) : texts.text('citedVersion', { ...where, moment: texts.dayAndTime(date) });
  return [isClosed ? title : `${title}.`, whereAndWhen && `${whereAndWhen}.`, link, archived].filter(Boolean).join(' ');
}
