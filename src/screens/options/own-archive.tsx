import { FEED_MINUTES, type Settings } from '../../settings/choices.ts';
import type { Texts } from '../shared/texts.ts';
import { OneOf, Switch } from './controls.tsx';
import { FeedList } from './feed-list.tsx';
import type { Feeds } from './use-feeds.ts';

interface Props {
  settings: Settings;
  feeds: Feeds;
  texts: Texts;
  onChange(change: Partial<Settings>): void;
}

/** The archive that keeps itself: what is read, and what the followed feeds publish. */
export function OwnArchive({ settings, feeds, texts, onChange }: Props) {
  return (
    <div data-part="own-archive">
      <h3 class="label">{texts.text('ownArchive')}</h3>
      <p class="soft">{texts.text('ownArchiveWhat')}</p>
      <Switch name="keepRead" title={texts.text('keepRead')} isOn={settings.keepRead} onChange={(keepRead) => onChange({ keepRead })}>
        {texts.text('keepReadWhat')}
      </Switch>
      <FeedList feeds={feeds} texts={texts} />
      {feeds.followed.length > 0 && (
        <OneOf
          name="feedMinutes"
          title={texts.text('feedMinutes')}
          options={FEED_MINUTES.map((minutes) => ({ value: String(minutes), text: texts.span(minutes, 'minute') }))}
          chosen={String(settings.feedMinutes)}
          onChange={(minutes) => onChange({ feedMinutes: Number(minutes) as Settings['feedMinutes'] })}
        />
      )}
    </div>
  );
}
