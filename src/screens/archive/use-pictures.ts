import { h, render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BLOCKS } from '../../article/markup.ts';
import { Icon } from '../shared/icon.tsx';
import type { Texts } from '../shared/texts.ts';
import { pictureAddress, placeholder, safeFragment } from './safe-html.ts';

interface Shown {
  html: string;
  /** The picture above the text. */
  picture: string | null;
  /** Whether pictures are loaded without being asked for. */
  isAlways: boolean;
  /** Whether the text stands there. */
  isShown: boolean;
  texts: Texts;
}

const NONE_FAILED = { lead: false, body: 0 };

const BLOCK = [...BLOCKS].join();

/** Draws an archived text in `body`, with its pictures once they are asked for; those that can't be loaded can be asked for again. */
export function usePictures({ html, picture, isAlways, isShown, texts }: Shown) {
  const body = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState(isAlways ? 1 : 0);
  const [inBody, setInBody] = useState(0);
  const [failed, setFailed] = useState(NONE_FAILED);
  const isLoaded = turn > 0;
  useLayoutEffect(() => {
    if (!isShown) return;
    const fragment = safeFragment(html.trim(), texts.text('pictureNotLoaded'), isLoaded ? 'loaded' : 'as-text');
    for (const picture of fragment.querySelectorAll('.picture')) addIcon(picture);
    setInBody(fragment.querySelectorAll('.picture, img').length);
    setFailed(NONE_FAILED);
    // Plain text, and Markdown, has nothing but its lines to tell its parts by.
    body.current?.toggleAttribute('data-plain', fragment.querySelector(BLOCK) === null);
    body.current?.replaceChildren(fragment);
  }, [html, turn, isShown, texts]);

  const lead = pictureAddress(picture);
  return {
    body,
    /** The picture above the text, and whether it is to be loaded. */
    lead: lead === null ? null : { address: lead, isLoaded: isLoaded && !failed.lead, hasFailed: failed.lead },
    /** Pictures that do not stand there. */
    missing: isLoaded ? failed.body + Number(failed.lead) : inBody + Number(lead !== null),
    load: () => setTurn(turn + 1),
    /** To be called with every error event in the text. */
    onError({ target }: Event) {
      if (!(target instanceof HTMLImageElement)) return;
      if (!body.current?.contains(target)) return setFailed((before) => ({ ...before, lead: true }));
      const picture = placeholder(target, texts.text('pictureFailed'));
      addIcon(picture);
      target.replaceWith(picture);
      setFailed((before) => ({ ...before, body: before.body + 1 }));
    },
  };
}

/** As the picture above the text has it, which a component draws. */
function addIcon(picture: Element): void {
  const icon = document.createDocumentFragment();
  render(h(Icon, { name: 'picture' }), icon);
  picture.prepend(icon);
}
