import { useState } from 'preact/hooks';
import { NOS_FEEDS } from '../../article/nos-feeds.ts';
import type { FollowedFeed } from '../../settings/feeds.ts';
import { Technical } from '../shared/technical.tsx';
import type { Texts } from '../shared/texts.ts';
import { underscored } from './underscored.ts';
import type { Feeds } from './use-feeds.ts';

/** The feeds of NOS to choose from, those that were added by address, and how each that is followed went. */
export function FeedList({ feeds, texts }: { feeds: Feeds; texts: Texts }) {
  const listed = new Set(NOS_FEEDS.map(({ address }) => address));
  const feed = ({ name, address }: (typeof NOS_FEEDS)[number]) => (
    <Feed
      key={address}
      name={name}
      state={feeds.followed.find((one) => one.address === address) ?? null}
      texts={texts}
      onChange={(isOn) => void (isOn ? feeds.follow(address) : feeds.unfollow(address))}
    />
  );
  const added = feeds.followed
    .filter(({ address }) => !listed.has(address))
    .map(({ address }) => ({ name: address.replace(/^https?:\/\//, ''), address }));
  return (
    <fieldset class="feeds" data-part="feeds">
      <legend>{texts.text('feeds')}</legend>
      <p class="soft">{texts.text('feedsWhat')}</p>
      <ul>{NOS_FEEDS.map(feed)}</ul>
      {added.length > 0 && <ul class="added">{added.map(feed)}</ul>}
      <AddFeed texts={texts} onAdd={feeds.follow} />
      {feeds.refused && (
        <p class="warning" role="alert">
          {texts.text('feedRefused', { host: new URL(feeds.refused).host })}
        </p>
      )}
    </fieldset>
  );
}

interface FeedProps {
  name: string;
  /** Null where it is not followed. */
  state: FollowedFeed | null;
  texts: Texts;
  onChange(isOn: boolean): void;
}

function Feed({ name, state, texts, onChange }: FeedProps) {
  return (
    <li>
      <label>
        {/* Keyed by its state: where the permission was refused it is not checked, whatever was pressed. */}
        <input type="checkbox" checked={state !== null} onChange={(event) => onChange(event.currentTarget.checked)} />
        <span lang="nl">{name}</span>
      </label>
      {state && <small class={state.problem ? 'warning' : 'soft'}>{stateText(state, texts)}</small>}
      {state?.problem?.name === 'not-kept' && <Technical detail={state.problem.detail} texts={texts} />}
    </li>
  );
}

function stateText({ worked, problem, came }: FollowedFeed, texts: Texts): string {
  const last = worked === null ? texts.text('feedNever') : texts.text('feedWorked', { when: texts.dayAndTime(worked) });
  if (problem) return `${texts.text(`feed_${underscored(problem.name)}`, { detail: problem.detail })} ${last}`;
  if (!came) return last;
  const counts = [
    came.articles > 0 && texts.plural('articles', came.articles),
    came.versions > 0 && texts.plural('newVersions', came.versions),
  ];
  return `${last} ${texts.text('feedCame', { what: counts.filter(Boolean).join(', '), when: texts.dayAndTime(came.at) })}`;
}

/** A feed by its address: another part of NOS, or another site's. */
function AddFeed({ texts, onAdd }: { texts: Texts; onAdd(address: string): Promise<void> }) {
  const [address, setAddress] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAddress('');
        void onAdd(address);
      }}
    >
      <label>
        {texts.text('feedAddress')}
        <input
          type="url"
          name="feed"
          required
          pattern="https://.+"
          placeholder="https://"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit" data-action="follow">
        {texts.text('feedAdd')}
      </button>
    </form>
  );
}
