import * as v from 'valibot';
import type { Context, Kept, PageArticle } from '../article/answers.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const listOf = <const Item extends v.GenericSchema>(item: Item, most: number) => v.pipe(v.array(item), v.maxLength(most));
const key = text(2000);
const tab = v.pipe(v.number(), v.integer());

/** What a content script may say of a page: bounded, as it comes from a page that is not ours. */
export const PageArticleSchema = v.object({
  key,
  address: text(4000),
  title: text(1000),
  paragraphs: listOf(text(40_000), 2000),
  headings: v.optional(listOf(v.number(), 2000)),
  published: v.nullable(v.number()),
  modified: v.nullable(v.number()),
  keywords: listOf(text(100), 30),
  kind: v.picklist(['article', 'liveblog', 'video', 'audio']),
  picture: v.optional(text(2000)),
  section: v.optional(text(100)),
  isGone: v.optional(v.boolean()),
  isTranslated: v.optional(v.boolean()),
});

/** Every message to the background: who may send it and what stands in it. */
export const REQUESTS = {
  /** A page shows an article, at load or after navigating. */
  'article-shown': { from: 'content', request: v.object({ article: PageArticleSchema }) },
  /** A page may show an article, and has nothing yet that reads it. */
  'reading-wanted': { from: 'content', request: v.object({}) },
  /** A page no longer shows an article. */
  'article-left': { from: 'content', request: v.object({}) },
  /** The reader looked at an article for a while; it is no visit where it only changed since. */
  'article-read': { from: 'content', request: v.object({ article: PageArticleSchema, isVisit: v.boolean() }) },
  /** Keep the article of a tab, whatever is switched on. */
  keep: { from: 'pages', request: v.object({ tab }) },
  /** The reader follows other feeds or bundles, or wants them asked at another pace. */
  'following-changed': { from: 'pages', request: v.object({}) },
  /** How many versions does the archive have of each of these articles? */
  'archived-counts': { from: 'content', request: v.object({ keys: listOf(key, 100) }) },
  /** What is the tab about? */
  context: { from: 'pages', request: v.object({ tab }) },
  /** By which words is an article related to that of a tab? */
  'shared-words': { from: 'pages', request: v.object({ tab, item: key }) },
  /** The archive changed: contexts and badges are to be made again. */
  'archive-changed': { from: 'pages', request: v.object({}) },
} as const;

export type RequestName = keyof typeof REQUESTS;
export type Request<Name extends RequestName> = v.InferOutput<(typeof REQUESTS)[Name]['request']>;

/** What the background answers. */
export interface Answers {
  'article-shown': null;
  'article-left': null;
  'reading-wanted': null;
  'article-read': null;
  keep: Kept | 'no-article' | 'private' | 'failed';
  'following-changed': null;
  /** In the order of the keys. */
  'archived-counts': number[];
  context: Context;
  /** The most telling first. */
  'shared-words': string[];
  'archive-changed': null;
}

/** The one message to a content script: which article does the page show now? */
export const READ_ARTICLE = 'read-article';
export type ReadArticleAnswer = PageArticle | null;
