import { zipSync } from 'fflate';
import type { ChosenFile } from '../../src/archive/bundle/bundle.ts';
import { type ImportChoice, USUAL_CHOICE } from '../../src/archive/import/choice.ts';
import { importBundle } from '../../src/archive/import/import.ts';
import type { ImportEvent } from '../../src/archive/import/progress.ts';
import { renewArchive } from '../../src/archive/import/renew.ts';
import { connect, disconnect } from '../../src/archive/store/connection.ts';
import { bundleLines, readManifest } from '../../src/archive/store/manifest.ts';
import type { BundleLine, PageArticle } from '../../src/article/answers.ts';

/** The bundles of the archive, by name. */
export const listBundles = async (): Promise<BundleLine[]> => bundleLines(await readManifest(await connect()));

export const bytes = (text: string) => new TextEncoder().encode(text);

interface PostFields {
  link?: string;
  date?: string;
  body?: string;
  category?: string;
  bron?: string;
  aantal?: number;
  unieke?: number;
}

/** A post as an archiver would write it. */
export function post(title: string, fields: PostFields = {}): Uint8Array {
  const {
    link,
    date = 'Sun, 27 Oct 2019 21:12:49 +0100',
    body = '<p>De dijk bij Oosterveen krijgt nieuwe bekleding.</p>',
    ...others
  } = fields;
  const lines = Object.entries({ externe_link: link && `"${link}"`, ...others }).filter(([, value]) => value !== undefined);
  return bytes(`---\ntitle: "${title}"\ndate: ${date}\n${lines.map(([name, value]) => `${name}: ${value}\n`).join('')}---\n${body}`);
}

/** A ZIP like a repository's download; the same files give the same bytes. */
export const zip = (files: Record<string, Uint8Array>, name = 'krant-master.zip'): ChosenFile => ({
  file: new File([zipSync(files, { mtime: '2020-01-01T12:00:00' }) as Uint8Array<ArrayBuffer>], name, { lastModified: 0 }),
  path: '',
});

export const page = (key: string, title = '', ...paragraphs: string[]): PageArticle => ({
  key,
  address: '',
  title,
  paragraphs,
  published: null,
  modified: null,
  keywords: [],
  kind: 'article',
});

/** Imports one bundle, and gives the event that ended it. */
export async function run(
  file: ChosenFile,
  { signal = new AbortController().signal, choice = USUAL_CHOICE as ImportChoice, tokens = 1_000_000 } = {},
) {
  return endOf((tell) => importBundle([file], signal, tell, choice, tokens));
}

/** Renews the archive, and gives the event that ended that. */
export const renew = ({ signal = new AbortController().signal, tokens = 1_000_000, hear = (_: ImportEvent): unknown => undefined } = {}) =>
  endOf((tell) => {
    const telling = (event: ImportEvent) => {
      tell(event);
      hear(event);
    };
    return renewArchive(signal, telling, tokens);
  });

async function endOf(work: (tell: (event: ImportEvent) => void) => Promise<void>) {
  const events: ImportEvent[] = [];
  await work((event) => events.push(event));
  const last = events.at(-1);
  if (!last || !('report' in last)) throw new Error('the work did not end');
  return last;
}

export async function emptyArchive(): Promise<void> {
  await disconnect();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('terugblik').onsuccess = resolve;
  });
}
