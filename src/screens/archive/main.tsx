import { render } from 'preact';
import { pageTexts } from '../shared/page-texts.ts';
import { Archive } from './archive.tsx';

const asked = new URLSearchParams(location.search);
const texts = await pageTexts();
render(<Archive texts={texts} article={asked.get('article')} version={asked.get('version')} />, document.body);
