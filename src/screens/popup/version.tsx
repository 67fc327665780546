import type { Context } from '../../article/answers.ts';
import type { ArticleKey } from '../../article/key.ts';
import { articleAddress } from '../../article/pages.ts';
import { ageOf } from '../shared/distance.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { ChangesLine } from './changes.tsx';
import { Related } from './related.tsx';
import { Stats } from './stats.tsx';
import { Versions } from './versions.tsx';

type Props = Extract<Context, { state: 'archived' }> & {
  tab: number | null;
  now: number;
  texts: Texts;
  onWhy(item: ArticleKey): Promise<string[]>;
};

/** An archived article: its newest version, what changed since, numbers, versions and what is related. */
export function VersionView({ article, version, versions, related, changes, visits, tab, now, texts, onWhy }: Props) {
  const about = [texts.day(version.date, 'medium'), version.publisher, ageOf(version.date, now, texts)].filter(Boolean);
  const isLast = versions.at(-1)?.id === version.id;
  const address = articleAddress(article.key, isLast ? undefined : version.id);
  return (
    <>
      <section>
        <p class="when">
          <b>{texts.text('inArchive')}</b> · {about.join(' · ')}
        </p>
        <h1 data-part="title" dir="auto">
          {version.title}
        </h1>
        {article.isGone && (
          <p class="soft" data-part="gone">
            {texts.text('pageGone')}
          </p>
        )}
        {changes && <ChangesLine changes={changes} address={address} tab={tab} texts={texts} />}
        {version.picture && (
          <p class="picture">
            <Icon name="picture" size={14} />
            {texts.text('pictureNotLoaded')}
          </p>
        )}
        <p class={version.summary ? 'summary' : 'soft'} data-part="summary" dir="auto">
          {version.summary || texts.text('noSummary')}
        </p>
        <a class="more" href={address} target="_blank" rel="noopener">
          {texts.text('read')}
          <Icon name="read" size={14} />
        </a>
      </section>
      <Stats counts={version.counts} standing={version.standing} visits={visits ?? null} texts={texts} />
      {versions.length > 1 && <Versions article={article.key} versions={versions} texts={texts} />}
      <Related items={related} about={version.date} texts={texts} onWhy={onWhy} />
    </>
  );
}
