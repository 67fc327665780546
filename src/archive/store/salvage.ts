import type { Visits } from '../../article/answers.ts';
import { documentCount, type Part } from '../index/segment.ts';
import { type BundleRecord, type ImportJournal, idsOf, type Manifest, type StoredSegment } from './schema.ts';

/*
 * Records without a checksum, as far as they can be read. What a disk or a hand made of them is no reason to answer nothing,
 * nor to import nothing.
 */

type Fields<Of> = { [Name in keyof Of]?: unknown };

const fieldsIn = <Of>(value: unknown): Fields<Of> => Object(value) as Fields<Of>;
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isNumber = (value: unknown): value is number => Number.isFinite(value);
/** As documents and ids are counted: the arrays of an import are as long as it says. */
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 28;

const isPart = (value: unknown): value is Part => {
  const { id, count } = fieldsIn<Part>(value);
  return isCount(id) && isCount(count);
};

const isSegment = (value: unknown): value is StoredSegment => {
  const { index, parts, tombstones, bytes } = fieldsIn<StoredSegment>(value);
  const isNamed = isCount(index) && Array.isArray(parts) && parts.every(isPart);
  return isNamed && (tombstones === null || isCount(tombstones)) && isNumber(bytes);
};

const isEvidence = (value: unknown): value is BundleRecord['evidence'] => {
  const { posts, words, unsure = 0 } = fieldsIn<BundleRecord['evidence']>(value);
  return [posts, words, unsure].every(isNumber);
};

export const isVisits = (value: unknown): value is Visits => {
  const { times, days, first, last } = fieldsIn<Visits>(value);
  return [times, days, first, last].every(isNumber);
};

/** Stands for segments of which only is known that there were some: no id is 0. */
const lost = (posts: number): StoredSegment => ({ index: 0, parts: [{ id: 0, count: posts }], tombstones: null, bytes: 0, damaged: true });

const documentsOf = (segments: readonly StoredSegment[]) => segments.reduce((sum, segment) => sum + documentCount(segment), 0);

function bundleIn(value: unknown): BundleRecord[] {
  const { name, segments, imported, posts, articles, range, evidence, overrule } = fieldsIn<BundleRecord>(value);
  if (typeof name !== 'string') return [];
  const found = listIn(segments).filter(isSegment);
  const documents = documentsOf(found);
  const isWhole = Array.isArray(segments) && found.length === segments.length;
  const { from, to } = fieldsIn<NonNullable<BundleRecord['range']>>(range);
  return [
    {
      name,
      segments: isWhole ? found : [...found, lost(Math.max(1, isCount(posts) ? posts - documents : 0))],
      imported: isNumber(imported) ? imported : 0,
      posts: isCount(posts) ? posts : documents,
      articles: isCount(articles) ? articles : documents,
      range: isNumber(from) && isNumber(to) ? { from, to } : null,
      evidence: isEvidence(evidence) ? evidence : { posts: 0, words: 0 },
      overrule: overrule === 'words' || overrule === 'views' ? overrule : null,
    },
  ];
}

/** A manifest as far as what is stored is one; an empty one where nothing is. */
export function salvagedManifest(value: unknown): Manifest {
  const { generation, nextId, bundles } = fieldsIn<Manifest>(value);
  const found = listIn(bundles).flatMap(bundleIn);
  const free = 1 + Math.max(0, ...found.flatMap((bundle) => bundle.segments.flatMap(idsOf)));
  return { generation: isCount(generation) ? generation : 0, nextId: isCount(nextId) ? Math.max(nextId, free) : free, bundles: found };
}

export const isJournal = (value: unknown): value is ImportJournal => {
  const { bundle, started, documents, indexes, count, entries, total } = fieldsIn<ImportJournal>(value);
  const ids = [documents, ...(Array.isArray(indexes) ? indexes : [null])];
  return typeof bundle === 'string' && isNumber(started) && [...ids, count, entries, total].every(isCount);
};
