import { FEED_MINUTES, type Settings } from '../../settings/choices.ts';
import type { OwnArchiveNotes } from '../../settings/own-archive.ts';
import type { Texts } from '../shared/texts.ts';
import type { StorageSpace } from './archive-state.ts';
import { OneOf, Switch } from './controls.tsx';
import { FeedList } from './feed-list.tsx';
import { OwnLimit } from './own-limit.tsx';
import type { Feeds } from './use-feeds.ts';

interface Props {
  settings: Settings;
  feeds: Feeds;
  notes: OwnArchiveNotes;
  space: StorageSpace | null;
  texts: Texts;
  onChange(change: Partial<Settings>): void;
  /** Takes the whole of it out, as with any bundle; null where there is none. */
  onErase: (() => Promise<void>) | null;
}

/** The archive that keeps itself: what is read, and what the followed feeds publish. */
export function OwnArchive({ settings, feeds, notes, space, texts, onChange, onErase }: Props) {
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
          options={FEED_MINUTES.map((minutes) => ({ value: String(minutes), text: everyText(minutes, texts) }))}
          chosen={String(settings.feedMinutes)}
          onChange={(minutes) => onChange({ feedMinutes: Number(minutes) as Settings['feedMinutes'] })}
        />
      )}
      {(settings.keepRead || feeds.followed.length > 0 || onErase) && (
        <OwnLimit limit={settings.ownLimit} notes={notes} space={space} texts={texts} onChange={(ownLimit) => onChange({ ownLimit })} />
      )}
      {onErase && (
        <button type="button" data-action="erase-own" onClick={() => void onErase()}>
          {texts.text('eraseOwn')}
        </button>
      )}
    </div>
  );
}

const everyText = (minutes: number, texts: Texts) =>
  minutes % 60 === 0 ? texts.span(minutes / 60, 'hour') : texts.span(minutes, 'minute');
